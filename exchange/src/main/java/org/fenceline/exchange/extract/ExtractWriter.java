package org.fenceline.exchange.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.fenceline.core.land.extract.Extract;

/** Writes an extract in one format. */
public interface ExtractWriter {

  /**
   * Writes a whole file; the stream stays open.
   *
   * @return what a person has to know of it: what was left out or changed, and why
   */
  List<String> write(Extract extract, OutputStream out) throws IOException;
}

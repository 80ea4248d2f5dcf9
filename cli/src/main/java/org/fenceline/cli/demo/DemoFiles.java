package org.fenceline.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.value.Sha256;

/** The example files that ship inside the program. */
final class DemoFiles {
  private DemoFiles() {}

  static Input claims() {
    return file("claims.yaml");
  }

  static Input scenario() {
    return file("scenario.yaml");
  }

  private static Input file(String name) {
    try (InputStream in = DemoFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      byte[] bytes = in.readAllBytes();
      return new Input("examples/east-shield/" + name, new String(bytes, UTF_8), Sha256.of(bytes));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }
}

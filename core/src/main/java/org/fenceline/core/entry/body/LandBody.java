package org.fenceline.core.entry.body;

import org.fenceline.core.entry.value.Name;

/** A body about a piece of land that has a name. */
public interface LandBody {

  /** The minefield or area that it is about. */
  Name area();
}

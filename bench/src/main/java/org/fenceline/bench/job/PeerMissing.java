package org.fenceline.bench.job;

/** A peer is not on this machine; the message says which and how to get it. */
public final class PeerMissing extends RuntimeException {
  private static final long serialVersionUID = 1;

  public PeerMissing(String message) {
    super(message);
  }

  public PeerMissing(String message, Throwable cause) {
    super(message, cause);
  }
}

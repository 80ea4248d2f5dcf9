package org.fenceline.cli.terminal;

/** What a command's exit status says. */
public final class ExitCode {
  /** Done, and nothing to say against it. */
  public static final int FINE = 0;

  /** Done, and the answer is negative or holds findings, where the command's help says so. */
  public static final int FINDINGS = 1;

  /** The command line itself is wrong. */
  public static final int USAGE = 2;

  /** The input or the surroundings are wrong; nothing was written. */
  public static final int BAD_INPUT = 3;

  private ExitCode() {}
}

package org.flowproof.cli;

import java.util.Map;

/** What {@code enclose} found for one file. */
interface EncloseOutcome {
  /** The id of the file. */
  String id();

  /** One of {@link ExitCode}. */
  int exitCode();

  /** Shows it as text. */
  void print(Console console);

  /** The same for JSON. */
  Map<String, Object> tree();

  /** The width against time, CSV. */
  String csv();
}

package org.flowproof.cli;

import picocli.CommandLine.Option;

/** The options of commands that print formulas as text. */
final class TextOptions {
  @Option(
      names = "--source",
      description = "Print formulas in the notation of claim files, not as mathematics.")
  boolean source;

  @Option(
      names = "--ascii",
      description =
          "Print ASCII only, formulas in the notation of claim files; so it is without asking when"
              + " LC_ALL, LC_CTYPE or LANG name a charset other than UTF-8.")
  boolean ascii;

  TextStyle style(Surroundings surroundings) {
    return TextStyle.of(surroundings, source, ascii);
  }
}

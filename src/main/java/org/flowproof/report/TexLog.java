package org.flowproof.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Reads from a TeX log what a reader of the document would notice. */
final class TexLog {
  private static final Pattern VISIBLE =
      Pattern.compile(
          "Overfull \\\\[hv]box.*"
              + "|.*Warning: (Reference|Citation|Label|There were (undefined|multiply)).*"
              + "|.*Warning: .*(undefined|multiply defined).*"
              + "|.*Missing character: .*"
              + "|.*Warning: Float too large.*"
              + "|.*Font shape .* undefined.*");

  private TexLog() {}

  /** Overfull boxes, undefined references and characters without a glyph, in order. */
  static List<String> warnings(String log) {
    return log.lines()
        .map(String::strip)
        .filter(line -> VISIBLE.matcher(line).matches())
        .distinct()
        .toList();
  }

  /** The warnings of the last run, from the log and from the bibliography's. */
  static List<String> warnings(Path directory) throws IOException {
    String log = read(directory.resolve("main.log"));
    String bib = read(directory.resolve("main.blg"));
    return java.util.stream.Stream.concat(
            warnings(log).stream(), bib.lines().filter(line -> line.startsWith("Warning--")))
        .toList();
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        : "";
  }
}

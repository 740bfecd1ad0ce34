package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The section that says how to get the same report again. */
final class ReproduceSection {
  private ReproduceSection() {}

  /**
   * For {@code reproduce.ftl}.
   *
   * @param before the command that computes what the report reads; empty when the report computes
   *     everything itself
   */
  static Map<String, Object> model(
      Apparatus apparatus,
      Provenance provenance,
      Optional<GitCommit> commit,
      Optional<String> before)
      throws IOException {
    Map<String, Object> map = apparatus.model();
    map.put("command", LatexText.code(commandLine(provenance)));
    map.put("before", before.map(LatexText::code).orElse(""));
    map.put("version", LatexText.prose(BuildEnvironment.toolVersion()));
    map.put("commit", commit.map(c -> LatexText.code(c.id())).orElse(""));
    map.put("dirty", commit.map(GitCommit::dirty).orElse(false));
    map.put(
        "java",
        LatexText.prose(
            System.getProperty("java.runtime.version")
                + ", "
                + System.getProperty("os.name")
                + " on "
                + System.getProperty("os.arch")));
    List<List<String>> seeds = new ArrayList<>();
    new TreeMap<>(provenance.seeds())
        .forEach(
            (name, seed) ->
                seeds.add(
                    List.of(
                        LatexText.prose(name), apparatus.numbers().count("seed-" + name, seed))));
    map.put("seeds", seeds);
    List<List<String>> inputs = new ArrayList<>();
    for (Path input : provenance.inputs()) {
      inputs.add(
          List.of(
              LatexText.code(relative(provenance, input)),
              "\\texttt{" + Hashes.sha256(input).substring(0, 16) + "}"));
    }
    map.put("inputs", inputs);
    return map;
  }

  /** The command with the paths below the root made relative, shell quoting where needed. */
  static String commandLine(Provenance provenance) {
    List<String> words = new ArrayList<>();
    String root = provenance.root().toAbsolutePath().normalize() + "/";
    for (String word : provenance.command()) {
      String shown = word.startsWith(root) ? word.substring(root.length()) : word;
      boolean plain = shown.matches("[\\w@%+=:,./-]+");
      words.add(plain ? shown : "'" + shown.replace("'", "'\\''") + "'");
    }
    return String.join(" ", words);
  }

  /** A path as shown to readers: below the root relative, elsewhere the file name only. */
  static String relative(Provenance provenance, Path input) {
    Path root = provenance.root().toAbsolutePath().normalize();
    Path absolute = input.toAbsolutePath().normalize();
    if (absolute.startsWith(root)) {
      return root.relativize(absolute).toString().replace('\\', '/');
    }
    return "(elsewhere)/" + absolute.getFileName();
  }
}

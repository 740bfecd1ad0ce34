package org.flowproof.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Compiles LaTeX with latexmk and pdfLaTeX: no shell escape, no writing outside the directory, no
 * configuration files of the user, and a time limit.
 */
public final class TexEngine {
  /** The Debian packages that compile a report. */
  public static final String PACKAGES =
      "texlive-latex-recommended texlive-latex-extra texlive-pictures texlive-science latexmk"
          + " lmodern";

  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** Some fixed moment, so that the same report gives the same PDF. */
  private static final String EPOCH = "1735689600";

  private final Path latexmk;

  private TexEngine(Path latexmk) {
    this.latexmk = latexmk;
  }

  /** The engine on the search path, if both latexmk and pdflatex are there. */
  public static Optional<TexEngine> find() {
    return find(System.getenv().getOrDefault("PATH", ""));
  }

  static Optional<TexEngine> find(String searchPath) {
    return which("pdflatex", searchPath)
        .flatMap(ignored -> which("latexmk", searchPath))
        .map(TexEngine::new);
  }

  private static Optional<Path> which(String program, String searchPath) {
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        Path file = Path.of(folder, program);
        if (Files.isExecutable(file) && Files.isRegularFile(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Compiles {@code main.tex} of a directory; leaves {@code main.pdf} and auxiliary files there.
   *
   * @return what went wrong, one line; empty on success
   * @throws IOException when the engine cannot be started
   */
  Optional<String> compile(Path directory) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                latexmk.toString(),
                "-norc",
                "-pdf",
                "-bibtex",
                "-interaction=nonstopmode",
                "-halt-on-error",
                "-file-line-error",
                "-no-shell-escape",
                "main.tex"));
    Map<String, String> environment = builder.environment();
    environment.put("openout_any", "p");
    environment.put("openin_any", "r");
    environment.put("max_print_line", "1000");
    environment.put("SOURCE_DATE_EPOCH", EPOCH);
    environment.put("FORCE_SOURCE_DATE", "1");
    environment.remove("TEXINPUTS");
    Path output = directory.resolve("latexmk.out");
    builder.directory(directory.toFile()).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    builder.redirectInput(ProcessBuilder.Redirect.from(emptyFile(directory)));
    Process process = builder.start();
    try {
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        stop(process);
        return Optional.of("the TeX engine did not end within " + LIMIT.toSeconds() + " seconds");
      }
    } catch (InterruptedException e) {
      stop(process);
      Thread.currentThread().interrupt();
      return Optional.of("interrupted while the TeX engine ran");
    }
    if (process.exitValue() != 0 || !Files.exists(directory.resolve("main.pdf"))) {
      return Optional.of("the TeX engine refused the document: " + firstError(output));
    }
    return Optional.empty();
  }

  private static File emptyFile(Path directory) throws IOException {
    return Files.write(directory.resolve("latexmk.in"), new byte[0]).toFile();
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String firstError(Path output) throws IOException {
    String text = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
    return text.lines()
        .filter(line -> line.startsWith("!") || line.matches("[^ :]+:\\d+: .*"))
        .findFirst()
        .orElse("no reason given");
  }
}

package org.flowproof.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way of any report into its directory: sources, PDF, manifest, all or nothing. */
final class Publication {
  private final Optional<TexEngine> engine;

  /** With a TeX engine, or without PDF. */
  Publication(Optional<TexEngine> engine) {
    this.engine = engine;
  }

  /** Writes the LaTeX sources. */
  @FunctionalInterface
  interface Sources {
    void write(Staging staging) throws IOException;
  }

  /** Makes the manifest of a directory in which everything else is. */
  @FunctionalInterface
  interface Manifest {
    String text(ReportManifest.Pdf pdf, Path directory) throws IOException;
  }

  /**
   * Writes beside {@code outDir}, compiles when there is an engine, and moves the result there.
   *
   * @throws IOException when writing fails, when {@code outDir} holds something that is not a
   *     report, or when another process is writing it
   */
  ReportResult publish(Path outDir, Sources sources, Manifest manifest) throws IOException {
    try (Staging staging = Staging.open(outDir, ReportManifest.FILE)) {
      sources.write(staging);
      List<String> wanted = ReportManifest.list(staging.directory());
      List<String> warnings = new ArrayList<>();
      String note = compile(staging.directory(), wanted, warnings);
      staging.write(
          ReportManifest.FILE,
          manifest.text(new ReportManifest.Pdf(note, warnings), staging.directory()));
      List<Path> files = ReportManifest.list(staging.directory()).stream().map(Path::of).toList();
      staging.commit();
      Optional<Path> pdf =
          note.isEmpty() ? Optional.of(outDir.resolve("main.pdf")) : Optional.empty();
      return new ReportResult(outDir, files, pdf, note, warnings);
    }
  }

  /** Writes the section of the figures with all pictures and tables. */
  static void figures(Staging staging, Apparatus apparatus, List<Figure> figures)
      throws IOException {
    staging.write(
        "sections/figures.tex",
        Templates.render("figures.ftl", FiguresSection.model(apparatus, figures)));
    for (Figure figure : figures) {
      figure.write(staging);
    }
  }

  /**
   * Writes the main file with its macros, after all sections.
   *
   * @param sections names of files below {@code sections/}, in order; {@code reproduce} follows
   */
  static void frame(Staging staging, Apparatus apparatus, String title, List<String> sections)
      throws IOException {
    Map<String, Object> main = apparatus.model();
    main.put("title", LatexText.prose(title));
    main.put("version", LatexText.prose(BuildEnvironment.toolVersion()));
    main.put("sections", sections);
    main.put("cites", !apparatus.bibliography().isBlank());
    staging.write("main.tex", Templates.render("main.ftl", main));
    staging.write(
        "flowproof-macros.tex", Templates.render("flowproof-macros.ftl", apparatus.model()));
    staging.write("numbers.tex", apparatus.numbers().text());
    staging.write("references.bib", apparatus.bibliography());
  }

  /** Makes the PDF and removes everything else that the engine left; returns why there is none. */
  String compile(Path directory, List<String> sources, List<String> warnings) throws IOException {
    if (engine.isEmpty()) {
      return "no TeX engine was found; to get a PDF install "
          + TexEngine.PACKAGES
          + " and run the command again";
    }
    Optional<String> failure = engine.get().compile(directory);
    if (failure.isEmpty()) {
      warnings.addAll(TexLog.warnings(directory));
    }
    for (String file : ReportManifest.list(directory)) {
      boolean wanted = sources.contains(file) || (failure.isEmpty() && file.equals("main.pdf"));
      if (!wanted) {
        Files.delete(directory.resolve(file));
      }
    }
    return failure.orElse("");
  }
}

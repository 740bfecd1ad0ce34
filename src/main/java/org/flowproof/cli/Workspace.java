package org.flowproof.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flowproof.problem.InputException;
import org.flowproof.problem.yaml.NearestName;
import org.flowproof.problem.yaml.StrictYaml;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/** Finds cases and claims by what a user calls them. */
final class Workspace {
  private static final String YAML = ".yaml";
  private static final String SWEEPS = "sweeps/";
  private static final String ODES = "odes/";

  private final Path home;
  private final Path directory;
  private ClaimCatalogue claims;

  /**
   * @param home holds {@code cases/} and {@code proofs/}
   * @param directory where relative paths start
   */
  Workspace(Path home, Path directory) {
    this.home = home;
    this.directory = directory;
  }

  Path home() {
    return home;
  }

  Path directory() {
    return directory;
  }

  /**
   * The file of a case: a path from the current directory when there is such a file; otherwise an
   * id below {@code cases/}, or the end of one when only one fits.
   *
   * @throws UsageException when there is none, or several
   */
  Path caseFile(String name) {
    Optional<Path> file = existing(name);
    if (file.isPresent()) {
      return file.get();
    }
    List<String> ids = caseIds();
    String id =
        pick(withoutEnding(name), ids)
            .orElseThrow(() -> unknown("case", name, ids, " (neither a file nor an id)"));
    return shortest(cases().resolve(id + YAML));
  }

  /**
   * The file of a sweep, found like that of a case.
   *
   * @throws UsageException when there is none, or several
   */
  Path sweepFile(String name) {
    Optional<Path> file = existing(name);
    if (file.isPresent()) {
      return file.get();
    }
    List<String> ids = sweepIds();
    String id =
        pick(withoutEnding(name), ids)
            .orElseThrow(() -> unknown("sweep", name, ids, " (neither a file nor an id)"));
    return shortest(cases().resolve(id + YAML));
  }

  /**
   * The file of a sweep, when this is the name of one and not of a case.
   *
   * @throws UsageException when the name could be that of several
   */
  Optional<Path> sweepNamed(String name) {
    Optional<Path> file = existing(name);
    if (file.isPresent()) {
      return file.filter(Workspace::isSweep);
    }
    return pick(withoutEnding(name), caseIds()).isPresent()
        ? Optional.empty()
        : pick(withoutEnding(name), sweepIds()).map(id -> shortest(cases().resolve(id + YAML)));
  }

  private static boolean isSweep(Path file) {
    try {
      return Files.isRegularFile(file) && StrictYaml.read(file).has("sweep");
    } catch (InputException e) {
      // whoever reads it as a case will tell what is wrong with it
      return false;
    }
  }

  /**
   * A file to enclose: of a case or of equations, found like that of a case.
   *
   * @throws UsageException when there is none, or several
   */
  Path encloseFile(String name) {
    Optional<Path> file = existing(name);
    if (file.isPresent()) {
      return file.get();
    }
    List<String> all = ids().stream().filter(id -> !id.startsWith(SWEEPS)).toList();
    String id =
        pick(withoutEnding(name), all)
            .orElseThrow(() -> unknown("file", name, all, " (neither a file nor an id)"));
    return shortest(cases().resolve(id + YAML));
  }

  /** The ids of all cases below {@code cases/} that are no sweeps or equations, sorted. */
  List<String> caseIds() {
    return ids().stream().filter(id -> !id.startsWith(SWEEPS) && !id.startsWith(ODES)).toList();
  }

  /** The ids of all sweeps, which are the files in {@code cases/sweeps/}, sorted. */
  List<String> sweepIds() {
    return ids().stream().filter(id -> id.startsWith(SWEEPS)).toList();
  }

  /** The ids of all files of equations, which are those in {@code cases/odes/}, sorted. */
  List<String> odeIds() {
    return ids().stream().filter(id -> id.startsWith(ODES)).toList();
  }

  private List<String> ids() {
    if (!Files.isDirectory(cases())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(cases())) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> cases().relativize(f).toString().replace('\\', '/'))
          .filter(f -> f.endsWith(YAML))
          .map(Workspace::withoutEnding)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All claims below {@code proofs/}; read at the first call. */
  ClaimCatalogue claims() {
    if (claims == null) {
      if (!Files.isDirectory(proofs())) {
        throw new UsageException("no directory " + proofs() + " to read claims from");
      }
      claims = ClaimCatalogue.load(proofs());
    }
    return claims;
  }

  /** The file of a claim. */
  Path claimFile(Claim claim) {
    return proofs().resolve(claim.id() + YAML);
  }

  /**
   * A claim by its id, or by the end of it when only one fits.
   *
   * @throws UsageException when there is none, or several
   */
  Claim claim(String name) {
    List<String> ids = claims().claims().stream().map(Claim::id).toList();
    return pick(withoutEnding(name), ids)
        .flatMap(claims()::find)
        .orElseThrow(() -> unknown("claim", name, ids, ""));
  }

  /** A directory for results: a path from the current directory. */
  Path output(String text) {
    return resolve(text).orElseThrow(() -> new UsageException("not a path: " + text));
  }

  /** A file to read: a path from the current directory. */
  Path inputPath(String text) {
    return resolve(text).orElseThrow(() -> new UsageException("not a path: " + text));
  }

  private Path cases() {
    return home.resolve("cases");
  }

  /** The directory that claim ids are relative to. */
  Path proofs() {
    return home.resolve("proofs");
  }

  private Optional<Path> existing(String name) {
    return resolve(name).filter(Files::exists).map(this::shortest);
  }

  private Optional<Path> resolve(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(directory.resolve(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Relative to the current directory when it lies below, so that messages stay short. */
  private Path shortest(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = directory.toAbsolutePath().normalize();
    // a relative path means something only when the process itself stands in that directory
    boolean standsThere = base.equals(Path.of("").toAbsolutePath().normalize());
    return standsThere && absolute.startsWith(base) && !absolute.equals(base)
        ? base.relativize(absolute)
        : absolute;
  }

  private static Optional<String> pick(String name, List<String> ids) {
    if (ids.contains(name)) {
      return Optional.of(name);
    }
    List<String> ending = ids.stream().filter(id -> id.endsWith("/" + name)).toList();
    if (ending.size() > 1) {
      throw new UsageException(
          "'" + name + "' could be any of " + String.join(", ", ending) + "; give more of the id");
    }
    return ending.stream().findFirst();
  }

  private static UsageException unknown(
      String kind, String name, Collection<String> ids, String remark) {
    String last = withoutEnding(name.substring(name.lastIndexOf('/') + 1));
    Optional<String> near =
        NearestName.of(withoutEnding(name), ids)
            .or(
                () ->
                    ids.stream()
                        .filter(
                            id ->
                                NearestName.of(last, List.of(id.substring(id.lastIndexOf('/') + 1)))
                                    .isPresent())
                        .findFirst());
    return new UsageException(
        "no "
            + kind
            + " '"
            + name
            + "'"
            + remark
            + near.map(n -> "; did you mean '" + n + "'?").orElse("; see 'flowproof list'"));
  }

  private static String withoutEnding(String name) {
    return name.endsWith(YAML) ? name.substring(0, name.length() - YAML.length()) : name;
  }
}

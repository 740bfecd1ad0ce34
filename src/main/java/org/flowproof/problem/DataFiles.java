package org.flowproof.problem;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flowproof.problem.data.Inflated;

/** Reads the data files that a case names, and keeps the name and hash of each. */
final class DataFiles {
  /** Largest data file, in bytes, compressed or not. */
  static final int MAX_FILE = 256 << 20;

  /** Names looked through for one like a name that is not there. */
  private static final int MAX_NAMES = 1000;

  private static final String MNIST =
      "an existing file; MNIST is not shipped: put train-images-idx3-ubyte and"
          + " train-labels-idx1-ubyte (or the same with .gz) there, as docs/real-data.md says";

  private final List<CaseFile.DataFile> read = new ArrayList<>();

  /** The files read, in order. */
  List<CaseFile.DataFile> all() {
    return read;
  }

  /** The path that a case names, relative to the case file. */
  static Path path(Located reference) {
    Path parent = reference.file().toAbsolutePath().normalize().getParent();
    try {
      return parent.resolve(reference.text()).normalize();
    } catch (InvalidPathException e) {
      throw reference.refuse("not a path: " + e.getReason(), "a path relative to the case file");
    }
  }

  /**
   * What a file holds, without the compression if it is a gzip file. The hash kept is that of the
   * file as it lies there.
   *
   * @throws InputException when it is missing, not a regular file, damaged or too large
   */
  byte[] bytes(Located reference) {
    Path file = path(reference);
    if (!Files.exists(file) && !Files.isSymbolicLink(file)) {
      throw reference.refuse(
          "no such file: " + file,
          isMnist(reference) ? MNIST : "an existing file",
          sameButForSpelling(file));
    }
    byte[] bytes = RegularFile.read(file, MAX_FILE, reference);
    Path directory = reference.file().toAbsolutePath().normalize().getParent();
    read.add(new CaseFile.DataFile(reference.text(), sha256(bytes), !file.startsWith(directory)));
    try {
      return Inflated.of(bytes, MAX_FILE);
    } catch (IllegalArgumentException e) {
      throw refuse(reference, e, "a whole gzip file of at most " + MAX_FILE + " bytes inside");
    }
  }

  /** The files read, each with its hash, for reports. */
  String origins() {
    return read.stream()
        .map(file -> file.path() + " (SHA-256 " + file.sha256() + ")")
        .collect(Collectors.joining(", "));
  }

  /** A refusal of what a file holds. */
  static InputException refuse(Located reference, IllegalArgumentException cause, String expected) {
    return new InputException(
        reference.file(),
        reference.line(),
        reference.key(),
        reference.text() + ": " + cause.getMessage(),
        expected,
        Optional.empty(),
        cause);
  }

  private static boolean isMnist(Located reference) {
    return reference.key().startsWith("data.idx")
        || reference.text().toLowerCase(Locale.ROOT).contains("mnist");
  }

  /** MNIST's files go around with and without .gz, and with a dot or a hyphen before idx. */
  private static Optional<String> sameButForSpelling(Path missing) {
    if (missing.getParent() == null || missing.getFileName() == null) {
      return Optional.empty();
    }
    String wanted = bare(missing);
    int looked = 0;
    try (DirectoryStream<Path> names = Files.newDirectoryStream(missing.getParent())) {
      for (Path name : names) {
        if (++looked > MAX_NAMES) {
          return Optional.empty();
        }
        if (bare(name).equals(wanted)) {
          return Optional.of(name.getFileName().toString());
        }
      }
    } catch (IOException e) {
      // no directory to look in, so no name to suggest; the file is missing all the same
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static String bare(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.replaceFirst("\\.gz$", "").replaceAll("[-._ ]", "");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}

package org.flowproof.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile files in the place of a certificate, most with a right hash: exit code 2, one line that
 * names file and place, soon, and nothing is written.
 */
class HostileCertificateTest {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final String NAME = "hostile.certificate";
  private static final String HEAD = "flowproof-certificate 3\n";
  private static final String PROBLEM = HEAD + "problem 1 1 1 0x0.0p0 squared 1 1 both 0x1.0p1\n";
  private static final String START =
      PROBLEM + "sample 0x1.0p0 0x1.0p0\nneuron 0x1.0p0 0x1.0p0\nstep 0x1.0p-9 ";

  @TempDir Path directory;

  static List<HostileTexts.Hostile> files() {
    List<HostileTexts.Hostile> all = new ArrayList<>();
    kind(all, "nothing", Files::createFile, ": the file is empty; expected");
    kind(all, "a FIFO", HostileTexts::fifo, ": a device, pipe or socket; expected");
    kind(all, "a directory", Files::createDirectory, ": a directory; expected");
    kind(all, "a device", link("/dev/zero"), ": a device, pipe or socket; expected");
    kind(all, "a circle of links", link(NAME), ": a link that leads to no file; expected");
    kind(all, "no file", f -> {}, ": no such file; expected");
    String end = ": does not end in a line with its SHA-256";
    kind(all, "fifty megabytes", f -> Files.write(f, new byte[50 << 20]), end);
    kind(all, "no hash", f -> Files.writeString(f, PROBLEM), end);
    kind(
        all,
        "carriage returns at the end",
        f -> Files.writeString(f, text(PROBLEM).replace("\n", "\r\n")),
        end);
    kind(
        all,
        "another hash",
        f -> Files.writeString(f, text(PROBLEM).replaceFirst("squared", "Squared")),
        end);
    kind(
        all,
        "a sparse terabyte",
        HostileCertificateTest::sparse,
        ": not a regular file of at most 256 MiB");
    sealed(all, "one line", "x", 200 << 20, ": line 1: expected flowproof");
    sealed(all, "one line of blanks", " ", 9 << 20, ": line 1: expected flowproof");
    sealed(all, "one line of words", "0 ", 4 << 20, ": line 1: expected flowproof");
    sealed(all, "words for a count", HEAD + "problem" + " 1".repeat(4 << 20), 1, ": line 2: ");
    sealed(all, "many lines", "\n", 50 << 20, ": line 1: expected flowproof");
    String bytes = ": line 2: expected a count";
    sealed(all, "a NUL", HEAD + "problem \0\n", 1, bytes);
    sealed(all, "an escape", HEAD + "problem \u001b[31m\n", 1, bytes);
    sealed(all, "not UTF-8", HEAD + "problem \u00ff\n", 1, bytes);
    sealed(all, "a tab", HEAD + "problem\t1\n", 1, ": line 2: expected problem");
    sealed(all, "carriage returns", "flowproof-certificate 3\r\n", 1, ": line 1: expected a count");
    sealed(all, "a byte-order mark", "\u00ef\u00bb\u00bf" + HEAD, 1, ": line 1: expected flow");
    lies(all);
    return all;
  }

  private static void lies(List<HostileTexts.Hostile> all) {
    String count = "expected a count from ";
    sealed(all, "another format", "flowproof-certificate 2\n", 1, ": line 1: " + count + "3 to 3,");
    sealed(all, "too many neurons", HEAD + "problem 999999999", 1, ": line 2: " + count);
    sealed(all, "a count below 0", HEAD + "problem -1", 1, ": line 2: expected");
    sealed(
        all, "a count of 99 digits", HEAD + "problem " + "9".repeat(99), 1, ": line 2: expected");
    sealed(all, "too large a table", HEAD + "problem 1000 1000 1001", 1, ": line 2: " + count);
    sealed(
        all,
        "fewer samples than stated",
        PROBLEM.replaceFirst("1 1 1", "1 2 1") + "sample 0x1.0p0 0x1.0p0\n",
        1,
        ": line 4: expected sample");
    sealed(all, "fewer numbers than stated", PROBLEM + "sample 0x1.0p0\n", 1, ": line 4: expected");
    sealed(all, "infinite numbers", PROBLEM + "sample Infinity 0x1.0p0\n", 1, ": line 3: expected");
    sealed(all, "a rounded number", PROBLEM + "sample 0x1.0p-1080 0x1.0p0\n", 1, ": line 3: not a");
    sealed(all, "a huge degree", START + "999999999 1\n", 1, ": line 5: " + count + "1 to 24");
    sealed(all, "many norms", START + "1 999999999\n", 1, ": line 5: " + count + "1 to 33");
    sealed(all, "no norms", START + "1 0\n", 1, ": line 5: " + count + "1 to 33");
    String norm = START + "1 1\nnorm 0x1.0p0\n";
    String twice = "kink 0 0x1.0p0 0x1.0p0\n".repeat(2);
    sealed(all, "two kinks of a neuron", norm + twice, 1, ": line 8: expected path");
    sealed(all, "a kink of no sample", norm + "kink 1\n", 1, ": line 7: " + count + "0 to 0");
    sealed(all, "sides of others", norm + "path ++\n", 1, ": line 7: expected 1 of");
    sealed(
        all, "something else than steps", START.replace("step ", "leap "), 1, ": line 5: expected");
    sealed(all, "no step", START.replace("step ", "claim "), 1, ": line 5: expected");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isRefused(HostileTexts.Hostile hostile) throws Exception {
    Path file = directory.resolve(NAME);
    hostile.maker().make(file);
    List<Path> before = names();
    CommandLineRun run = verified();
    assertEquals(ExitCode.INPUT, run.code(), run.err());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(NAME + hostile.place()), run.err());
    assertTrue(run.err().length() < 500, run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    assertEquals(before, names());
  }

  /** Valid as far as it goes, but with 10^9 products of intervals before the first step. */
  @Test
  void longWorkEndsInTime() throws Exception {
    String numbers = " 0x1.fffffffffffffp-1".repeat(1000);
    String problem = HEAD + "problem 1000 1000 1000 0x0.0p0 squared 1 1 both 0x1.0p1\n";
    String samples = ("sample" + numbers + " 0x1.0p0\n").repeat(1000);
    String neurons = ("neuron" + numbers + " 0x1.0p0\n").repeat(1000);
    seal(directory.resolve(NAME), problem + samples + neurons, 1);
    CommandLineRun run = verified("--timeout", "3", "--json");
    assertEquals(ExitCode.UNKNOWN, run.code(), run.err());
    assertEquals(false, run.json().get("verified"));
    assertEquals("UNKNOWN: not decided within 3 s", run.json().get("text"));
  }

  private CommandLineRun verified(String... more) {
    String[] command = CommandLineRun.with(new String[] {"enclose", "--verify", NAME}, more);
    return assertTimeoutPreemptively(SOON, () -> CommandLineRun.in(directory, directory, command));
  }

  private static void kind(
      List<HostileTexts.Hostile> all, String name, HostileTexts.Maker maker, String place) {
    all.add(new HostileTexts.Hostile(name, maker, place));
  }

  /** A text again and again, a character a byte, with a right hash below it. */
  private static void sealed(
      List<HostileTexts.Hostile> all, String name, String text, int times, String place) {
    kind(all, name, file -> seal(file, text, times), place);
  }

  private static HostileTexts.Maker link(String target) {
    return file -> Files.createSymbolicLink(file, Path.of(target));
  }

  private static void sparse(Path file) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
  }

  private static String text(String body) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.US_ASCII));
    return body + "sha256 " + HexFormat.of().formatHex(digest) + "\n";
  }

  private static void seal(Path file, String text, int times) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    int together = Math.max(1, Math.min(times, (1 << 20) / text.length()));
    byte[] chunk = text.repeat(together).getBytes(StandardCharsets.ISO_8859_1);
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      for (int i = 0; i < times; i += together) {
        out.write(chunk);
      }
      if (chunk[chunk.length - 1] != '\n') {
        out.write('\n');
      }
      String hash = HexFormat.of().formatHex(digest.digest());
      out.write(("sha256 " + hash + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  private List<Path> names() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(p -> Files.exists(p, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
  }
}

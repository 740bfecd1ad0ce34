package org.flowproof.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that somebody would write to do harm in the place of a YAML file, with the refusal. */
final class HostileTexts {
  private HostileTexts() {}

  /** Makes the file. */
  @FunctionalInterface
  interface Maker {
    void make(Path file) throws Exception;
  }

  /**
   * A file.
   *
   * @param name for the test
   * @param maker makes it
   * @param place what the message says after the name of the file
   */
  record Hostile(String name, Maker maker, String place) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** All of them. */
  static List<Hostile> all() {
    List<Hostile> all = new ArrayList<>();
    text(all, "billion laughs", laughs(), ":1: an anchor (&a); expected no anchor");
    text(all, "deep lists", "a: " + "[".repeat(100_000), ":1: nested too deeply; expected");
    text(all, "deep maps", "a: " + "{a: ".repeat(100_000), ":1: nested too deeply; expected");
    text(all, "deep keys", "? ".repeat(100_000), ":1: nested too deeply; expected");
    text(all, "deep blocks", staircase(2000), ":33: nested too deeply; expected");
    text(all, "a key twice", "a: 1\nb: 2\na: 3\n", ":3: a: key given twice, first on line 1");
    text(
        all,
        "a class tag",
        "a: 1\nb: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost']]\n",
        ":2: an explicit tag (tag:yaml.org,2002:javax.script.ScriptEngineManager)");
    text(all, "a %TAG directive", "%TAG ! tag:x,2002:\n---\na: !b c\n", ":1: a %TAG directive");
    text(all, "another version", "%YAML 9.9\n---\na: 1\n", ":1: not YAML: another version");
    text(all, "two documents", "a: 1\n---\na: 1\n", ":2: a second document");
    text(all, "a NUL", "a: 1\nb: \u0000\n", ":2: not YAML: the character U+0000");
    text(all, "an escape", "a: \u001b[31m\n", ":1: not YAML: the character U+001B");
    text(all, "a long line", "a: 1\n# " + "x".repeat(2 << 20), ":2: a line of 2097154 characters");
    text(all, "one long word", "a: " + "x".repeat(8_000_000), ":1: a line of 8000003 characters");
    text(all, "nothing", "", ":1: the file is empty");
    text(all, "no mapping", "- a\n- b\n", ":1: a list; expected a mapping");
    all.add(new Hostile("fifty megabytes", f -> large(f, 50 << 20), ": file too large; expected"));
    all.add(
        new Hostile(
            "not UTF-8",
            f -> Files.write(f, "a: 1\nb: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1)),
            ":2: a byte that is not UTF-8"));
    all.add(
        new Hostile(
            "UTF-16",
            f -> Files.write(f, "a: 1\n".getBytes(StandardCharsets.UTF_16)),
            ":1: a byte that is not UTF-8"));
    all.add(new Hostile("a FIFO", HostileTexts::fifo, ": a device, pipe or socket; expected"));
    all.add(
        new Hostile(
            "a device",
            f -> Files.createSymbolicLink(f, Path.of("/dev/zero")),
            ": a device, pipe or socket; expected"));
    all.add(new Hostile("a directory", Files::createDirectory, ": a directory; expected"));
    return all;
  }

  /** A pipe that nobody writes to; skips the test where there are none. */
  static void fifo(Path file) throws IOException, InterruptedException {
    int code;
    try {
      code = new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
    } catch (IOException e) {
      code = 1;
    }
    org.junit.jupiter.api.Assumptions.assumeTrue(code == 0, "no mkfifo");
  }

  private static void text(List<Hostile> all, String name, String text, String place) {
    all.add(new Hostile(name, file -> Files.writeString(file, text), place));
  }

  private static String laughs() {
    StringBuilder text = new StringBuilder("a: &a [x, x]\n");
    for (char c = 'b'; c <= 'z'; c++) {
      char before = (char) (c - 1);
      text.append(c).append(": &").append(c).append(" [*").append(before).append(", *");
      text.append(before).append("]\n");
    }
    return text.toString();
  }

  private static String staircase(int steps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  private static void large(Path file, int bytes) throws IOException {
    byte[] chunk = "# a comment that goes on\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int written = 0; written < bytes; written += chunk.length) {
        out.write(chunk);
      }
    }
  }
}

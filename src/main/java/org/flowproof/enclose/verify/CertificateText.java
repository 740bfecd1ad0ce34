package org.flowproof.enclose.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The lines of a certificate whose closing hash is right, word by word. */
final class CertificateText {
  private static final int MOST_BYTES = 256 << 20;

  /** More than the longest line that is meant, of 10,001 polynomials of degree 24. */
  private static final int LONGEST_LINE = 8 << 20;

  private static final Pattern DOUBLE =
      Pattern.compile("-?0x[01](\\.[0-9a-f]{1,13})?p-?[0-9]{1,4}");
  private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final byte[] bytes;
  private int position;
  private int line;
  private String[] words = new String[0];
  private int word;

  CertificateText(Path file) throws IOException, MalformedCertificateException {
    if (!Files.isRegularFile(file)) {
      throw new MalformedCertificateException("not a regular file");
    }
    boolean large = Files.size(file) > MOST_BYTES;
    try (InputStream in = large ? InputStream.nullInputStream() : Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (large || bytes.length > MOST_BYTES) {
      throw new MalformedCertificateException("longer than 256 MiB");
    }
    int closing = bytes.length - 72;
    String last = closing < 1 ? "" : new String(bytes, closing, 72, StandardCharsets.ISO_8859_1);
    if (!last.startsWith("sha256 ") || !last.endsWith("\n") || bytes[closing - 1] != '\n') {
      throw new MalformedCertificateException(
          "does not end in a line with its SHA-256: cut off, or no certificate");
    }
    if (!last.equals("sha256 " + hash(closing) + "\n")) {
      throw new MalformedCertificateException("the SHA-256 does not match: the file was altered");
    }
  }

  private String hash(int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The first word of the next line, which becomes the present one. */
  String peek() throws MalformedCertificateException {
    if (word != words.length) {
      throw bad("more words than expected");
    }
    line++;
    int end = position;
    while (end < bytes.length && bytes[end] != '\n') {
      if (bytes[end] < ' ' || bytes[end] > '~') {
        throw bad("expected printable ASCII, found the byte " + (bytes[end] & 0xff));
      }
      if (end - position == LONGEST_LINE) {
        throw bad("longer than 8 MiB");
      }
      end++;
    }
    words = new String(bytes, position, end - position, StandardCharsets.US_ASCII).split(" ", -1);
    position = end + 1;
    word = 1;
    return words[0];
  }

  /** Goes to the next line, which must begin with a word. */
  void line(String expected) throws MalformedCertificateException {
    if (!peek().equals(expected)) {
      throw bad("expected '" + expected + "'");
    }
  }

  String next() throws MalformedCertificateException {
    if (word >= words.length) {
      throw bad("fewer words than expected");
    }
    return words[word++];
  }

  double number() throws MalformedCertificateException {
    String text = next();
    if (!DOUBLE.matcher(text).matches()) {
      throw bad("expected a hexadecimal double, found '" + shown(text) + "'");
    }
    double value = Double.parseDouble(text);
    if (!Double.toHexString(value).equals(text)) {
      throw bad("not a double as it is written: '" + shown(text) + "'");
    }
    return value;
  }

  double[] numbers(int count) throws MalformedCertificateException {
    double[] result = new double[count];
    for (int i = 0; i < count; i++) {
      result[i] = number();
    }
    return result;
  }

  int count(int least, int most) throws MalformedCertificateException {
    String text = next();
    if (!COUNT.matcher(text).matches()
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw bad("expected a count from " + least + " to " + most + ", found '" + shown(text) + "'");
    }
    return Integer.parseInt(text);
  }

  /** A word of some length in some letters. */
  String letters(int length, String allowed) throws MalformedCertificateException {
    String text = next();
    if (text.length() != length || !text.chars().allMatch(c -> allowed.indexOf(c) >= 0)) {
      throw bad("expected " + length + " characters of '" + allowed + "'");
    }
    return text;
  }

  /** The last line was read, and nothing follows it. */
  void end() throws MalformedCertificateException {
    line("sha256");
    next();
    if (word != words.length || position != bytes.length) {
      throw bad("something follows the claim");
    }
  }

  private static String shown(String text) {
    return text.length() > 30 ? text.substring(0, 30) + "..." : text;
  }

  MalformedCertificateException bad(String what) {
    return new MalformedCertificateException("line " + line + ": " + what);
  }
}

package org.flowproof.enclose.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The words of a certificate whose closing hash is right. */
final class CertificateText {
  private static final int MOST_BYTES = 256 << 20;
  private static final int LONGEST_WORD = 10_001;

  private final String text; // without the line of the hash
  private int position;
  private int line;

  CertificateText(Path file) throws IOException, MalformedCertificateException {
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      throw new MalformedCertificateException("not a regular file of at most 256 MiB");
    }
    byte[] bytes = Files.readAllBytes(file);
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    text = all.substring(0, Math.max(0, all.length() - 72));
    if (!text.endsWith("\n") || !all.substring(text.length()).matches("sha256 [0-9a-f]{64}\n")) {
      throw new MalformedCertificateException(
          "does not end in a line with its SHA-256: cut off, or no certificate");
    }
    if (!all.endsWith(hash(bytes, text.length()) + "\n")) {
      throw new MalformedCertificateException("the SHA-256 does not match: the file was altered");
    }
  }

  private static String hash(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The next word, one of those between bars. */
  String next(String words) throws MalformedCertificateException {
    return next(words, words.replace("|", " or "));
  }

  /** The next word, which ends with a space or a line, and has to match a pattern. */
  String next(String pattern, String expected) throws MalformedCertificateException {
    line += position == 0 || text.charAt(position - 1) == '\n' ? 1 : 0;
    int start = position;
    int most = Math.min(text.length(), start + LONGEST_WORD);
    while (position < most && " \n".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    String word = text.substring(start, position++);
    if (!word.matches(pattern)) {
      String found = word.matches("[!-~]{1,30}") ? "'" + word + "'" : "something else";
      throw bad("expected " + expected + ", found " + found);
    }
    return word;
  }

  int count(int least, int most) throws MalformedCertificateException {
    int value = Integer.parseInt(next("0|[1-9][0-9]{0,8}", "a count"));
    if (value < least || value > most) {
      throw bad("expected a count from " + least + " to " + most + ", found " + value);
    }
    return value;
  }

  /** A finite double, as {@link Double#toHexString} writes it. */
  double number() throws MalformedCertificateException {
    String word = next("-?0x[01][.][0-9a-f]{1,13}p-?[0-9]{1,4}", "a hexadecimal double");
    double value = Double.parseDouble(word);
    if (!Double.toHexString(value).equals(word)) {
      throw bad("not a double as it is written: '" + word + "'");
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

  /** Nothing may follow. */
  void end() throws MalformedCertificateException {
    if (position != text.length()) {
      throw bad("something follows the claim");
    }
  }

  MalformedCertificateException bad(String what) {
    return new MalformedCertificateException("line " + line + ": " + what);
  }
}

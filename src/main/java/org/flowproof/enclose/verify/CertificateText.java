package org.flowproof.enclose.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.interval.Interval;

/** The words of a certificate whose closing hash is right. */
final class CertificateText {
  private final String text; // without the line of the hash
  private int position;

  CertificateText(Path file) throws IOException, DataFormatException {
    if (!Files.isRegularFile(file) || Files.size(file) > 256 << 20) {
      throw new DataFormatException("not a regular file of at most 256 MiB");
    }
    String all = Files.readString(file, StandardCharsets.ISO_8859_1);
    text = all.substring(0, Math.max(0, all.length() - "sha256 \n".length() - 64));
    if (!all.endsWith("\nsha256 " + hash(text) + "\n")) {
      throw new DataFormatException("does not end in a line with its SHA-256: altered or cut off");
    }
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The next word, one of those between bars. */
  String next(String words) throws DataFormatException {
    return next(words, words.replace("|", " or "));
  }

  /** The next word, which ends with a space or a line, and has to match a pattern. */
  String next(String pattern, String expected) throws DataFormatException {
    int start = position;
    int most = Math.min(text.length(), start + 10_000); // longer than any word
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

  int count(int least, int most) throws DataFormatException {
    int value = Integer.parseInt(next("0|[1-9][0-9]{0,8}", "a count"));
    if (value < least || value > most) {
      throw bad("expected a count from " + least + " to " + most + ", found " + value);
    }
    return value;
  }

  /** A finite double, as {@link Double#toHexString} writes it. */
  Interval number() throws DataFormatException {
    String word = next("-?0x[01][.][0-9a-f]{1,13}p-?[0-9]{1,4}", "a hexadecimal double");
    double value = Double.parseDouble(word);
    if (!Double.toHexString(value).equals(word)) {
      throw bad("not a double as it is written: '" + word + "'");
    }
    return Interval.of(value);
  }

  Interval[] numbers(int count) throws DataFormatException {
    Interval[] result = new Interval[count];
    for (int i = 0; i < count; i++) {
      result[i] = number();
    }
    return result;
  }

  /** Nothing may follow. */
  void end() throws DataFormatException {
    if (position != text.length()) {
      throw bad("something follows the claim");
    }
  }

  private DataFormatException bad(String what) {
    long line = 1 + text.chars().limit(position - 1).filter(c -> c == '\n').count();
    return new DataFormatException("line " + line + ": " + what);
  }
}

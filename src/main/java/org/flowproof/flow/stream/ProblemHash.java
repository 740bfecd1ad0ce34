package org.flowproof.flow.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.flowproof.problem.Problem;

/** Names a problem by everything that determines its trajectory. */
public final class ProblemHash {
  private ProblemHash() {}

  /** SHA-256, lower-case hexadecimal; the same for equal problems only. */
  public static String of(Problem problem) {
    MessageDigest digest = Sha256.digest();
    add(digest, problem.data().n() + "x" + problem.data().d());
    add(digest, problem.data().x().toRowMajor());
    add(digest, problem.data().y().toArray());
    // records of numbers and constants, whose texts tell them apart exactly
    add(digest, problem.network().toString());
    add(digest, problem.loss().toString());
    add(digest, problem.initial().a().toArray());
    add(digest, problem.initial().w().toRowMajor());
    add(digest, problem.dynamics().toString());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
    digest.update(bytes.array());
  }
}

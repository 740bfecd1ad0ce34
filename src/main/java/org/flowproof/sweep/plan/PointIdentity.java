package org.flowproof.sweep.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flowproof.check.outcome.Variation;
import org.flowproof.check.recovery.RecoveryRequest;
import org.flowproof.flow.stream.ProblemHash;
import org.flowproof.problem.CaseFile;
import org.flowproof.problem.SampledData;
import org.flowproof.problem.SingleNeuron;

/**
 * Names a point by everything that its result depends on. How the file writes it does not count:
 * {@code 1e-3} and {@code 0.001}, or a default that is left out, are the same point.
 */
final class PointIdentity {
  private PointIdentity() {}

  /**
   * SHA-256, lower-case hexadecimal.
   *
   * @param version of the code that computes
   */
  static String of(
      CaseFile file,
      Set<Variation> variations,
      Optional<RecoveryRequest> recovery,
      String version) {
    MessageDigest digest = digest();
    add(digest, "flowproof/point/1");
    add(digest, version);
    add(digest, ProblemHash.of(file.problem()));
    // what the judge may draw again: the data set and the weights above are one draw only
    add(digest, file.draws().data().map(PointIdentity::text).orElse("given data"));
    add(digest, file.draws().weights().map(Object::toString).orElse("given weights"));
    add(digest, new TreeSet<>(variations).toString());
    recovery.ifPresent(request -> add(digest, recovery(file, request)));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The target is only judged by: the labels are in the problem. */
  private static String recovery(CaseFile file, RecoveryRequest request) {
    SingleNeuron target = file.target().orElseThrow();
    return request.text()
        + " "
        + target.output()
        + " "
        + Arrays.toString(target.weight().toArray());
  }

  /** Spelt out, since a vector does not print its entries. */
  private static String text(SampledData data) {
    return data.law() + " " + Arrays.toString(data.law().beta().toArray()) + " " + data.bias();
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static void add(MessageDigest digest, String text) {
    add(digest, text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length, so that what is added one after the other stays apart. */
  static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
  }
}

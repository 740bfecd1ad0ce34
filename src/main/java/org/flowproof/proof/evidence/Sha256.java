package org.flowproof.proof.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.flowproof.problem.json.Json;

/** SHA-256 of texts. */
final class Sha256 {
  private Sha256() {}

  /** Lower-case hexadecimal, 64 digits. */
  static String of(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Of maps, lists and texts: their JSON, which keeps neighbours apart. */
  static String ofTree(Object tree) {
    return of(Json.text(tree));
  }
}

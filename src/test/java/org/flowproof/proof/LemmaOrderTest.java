package org.flowproof.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which claims lean on which. */
class LemmaOrderTest {
  @TempDir Path directory;

  /** Claims named by letters; {@code "b: a c"} leans on a and c. */
  private ClaimCatalogue catalogue(String... lines) throws IOException {
    for (String line : lines) {
      String[] parts = line.split(":", -1);
      StringBuilder steps = new StringBuilder();
      int number = 1;
      for (String lemma : parts[1].strip().split(" ", -1)) {
        steps.append("  - {id: s" + number++ + ", rule: ");
        steps.append(lemma.isEmpty() ? "inequality" : "lemma, claim: " + lemma);
        steps.append(", shows: \"t >= 0\"}\n");
      }
      Files.writeString(
          directory.resolve(parts[0] + ".yaml"),
          """
          format: 1
          claim: %s
          title: A claim
          source: {kind: derived}
          model: {loss: any, layers: any, activation: relu, dynamics: flow}
          conclusion: {range: "t >= 0", holds: "t >= 0"}
          derivation:
          %sfalsified:
            - {id: f1, holds: "t < 0", because: "not so"}
          """
              .formatted(parts[0], steps));
    }
    return ClaimCatalogue.load(directory);
  }

  private static List<String> ids(List<Claim> claims) {
    return claims.stream().map(Claim::id).toList();
  }

  @Test
  void lemmasComeFirst() throws IOException {
    ClaimCatalogue all = catalogue("a: c", "b: a c", "c:", "d: gone a");
    List<Claim> ordered = LemmaOrder.withLemmas(all, all.claims());
    assertEquals(List.of("c", "a", "b", "d"), ids(ordered));
    assertEquals(
        List.of(List.of(), List.of(0), List.of(1, 0), List.of(1)), LemmaOrder.before(ordered));
    Claim b = all.find("b").orElseThrow();
    assertEquals(List.of("c", "a", "b"), ids(LemmaOrder.withLemmas(all, List.of(b))));
    assertEquals(List.of("gone", "a"), LemmaOrder.lemmas(all.find("d").orElseThrow()));
    assertTrue(all.claims().stream().noneMatch(c -> LemmaOrder.circular(all, c)));
  }

  @Test
  void circlesHoldNothingUp() throws IOException {
    ClaimCatalogue all = catalogue("a: b", "b: a", "c: b", "d:", "e: e");
    List<Claim> ordered = LemmaOrder.withLemmas(all, all.claims());
    assertEquals(List.of("b", "a", "c", "d", "e"), ids(ordered));
    List<List<Integer>> before = LemmaOrder.before(ordered);
    for (int i = 0; i < before.size(); i++) {
      int self = i;
      assertTrue(before.get(i).stream().allMatch(earlier -> earlier < self), before.toString());
    }
    for (String id : List.of("a", "b", "c", "e")) {
      assertTrue(LemmaOrder.circular(all, all.find(id).orElseThrow()), id);
    }
    assertFalse(LemmaOrder.circular(all, all.find("d").orElseThrow()));
  }
}

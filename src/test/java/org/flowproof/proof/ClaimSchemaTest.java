package org.flowproof.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowproof.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema of claims and the loader, asked through its refusals, know the same words. */
class ClaimSchemaTest {
  private static final String CLAIM =
      """
      format: 1
      claim: test
      title: A claim
      source: {kind: derived}
      model: {loss: any, layers: any, activation: relu, dynamics: flow}
      for: {j: neuron}
      conclusion: {range: "t >= 0", holds: "t >= 0"}
      derivation:
        - {id: s1, rule: inequality, shows: "t >= 0"}
      falsified:
        - {id: f1, holds: "t < 0", because: "not so"}
      conditions:
        - {id: c1, says: small, in: scale, holds: "N[0] < 1"}
      """;

  @TempDir Path directory;

  @Test
  void theSampleLoads() throws IOException {
    assertEquals("test", load(CLAIM).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format: 1 | zzz: 1 | ''",
        "{kind: derived} | {zzz: 1} | source",
        "{loss: any, | {zzz: any, | model",
        "range: | zzz: | conclusion",
        "{id: s1, | {zzz: s1, | derivation",
        "{id: f1, | {zzz: f1, | falsified",
        "{id: c1, | {zzz: c1, | conditions"
      })
  void theSchemaListsTheKeysOfTheLoader(String old, String unknown, String section)
      throws IOException {
    assertEquals(
        new TreeSet<Object>(((Map<?, ?>) at(section).get("properties")).keySet()),
        offered(old, unknown));
    assertEquals(false, at(section).get("additionalProperties"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: derived | kind: zzz | source | kind",
        "loss: any | loss: zzz | model | loss",
        "layers: any | layers: zzz | model | layers",
        "activation: relu | activation: zzz | model | activation",
        "dynamics: flow | dynamics: zzz | model | dynamics",
        "in: scale | in: zzz | conditions | in"
      })
  void theSchemaListsTheChoicesOfTheLoader(String old, String wrong, String section, String key)
      throws IOException {
    Map<?, ?> property = (Map<?, ?>) ((Map<?, ?>) at(section).get("properties")).get(key);
    assertEquals(new TreeSet<Object>((List<?>) property.get("enum")), offered(old, wrong));
  }

  @Test
  void theSchemaListsTheKindsOfIndices() throws IOException {
    Map<?, ?> kinds = (Map<?, ?>) at("for").get("additionalProperties");
    assertEquals(new TreeSet<Object>((List<?>) kinds.get("enum")), offered("j: neuron", "j: zzz"));
  }

  /** What the loader says it expects in place of a word that it does not know. */
  private TreeSet<Object> offered(String old, String wrong) {
    assertTrue(CLAIM.contains(old), old);
    InputException refused =
        assertThrows(InputException.class, () -> load(CLAIM.replace(old, wrong)));
    Matcher list = Pattern.compile("expected one of ([\\w, -]+)").matcher(refused.getMessage());
    assertTrue(list.find(), refused.getMessage());
    return new TreeSet<>(List.of(list.group(1).strip().split(", ", -1)));
  }

  private Claim load(String text) throws IOException {
    return ClaimLoader.load(directory, Files.writeString(directory.resolve("test.yaml"), text));
  }

  private static Map<?, ?> at(String section) throws IOException {
    try (InputStream in =
        ClaimSchemaTest.class.getResourceAsStream("/org/flowproof/schema/claim.schema.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<?, ?> top = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
      if (section.isEmpty()) {
        return top;
      }
      Map<?, ?> part = (Map<?, ?>) ((Map<?, ?>) top.get("properties")).get(section);
      return part.containsKey("items") ? (Map<?, ?>) part.get("items") : part;
    }
  }
}

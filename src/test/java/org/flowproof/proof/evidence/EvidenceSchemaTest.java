package org.flowproof.proof.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flowproof.proof.kernel.ProofReport;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema of evidence names the keys that are written, in their order, and no others. */
class EvidenceSchemaTest {

  @Test
  void theSchemaListsTheKeysOfTheWriter() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    List.of("rules", "formulas", "tools", "observables").forEach(name -> parts.put(name, "hash"));
    var question = new ProofReport.Evidence("Z3 4", "about", "input", "output", 1);
    var step = new EvidenceRecord.Step("s1", "inequality", true, "reason", List.of(question));
    EvidenceRecord record =
        new EvidenceRecord(
            "a/claim",
            new Fingerprint("text", Map.of(), new Foundations(parts, "Symja 3", "Z3 4")),
            List.of(),
            List.of(step));
    Map<?, ?> written = (Map<?, ?>) json(record.text());
    try (InputStream in =
        EvidenceSchemaTest.class.getResourceAsStream(
            "/org/flowproof/schema/evidence.schema.json")) {
      assertNotNull(in);
      compare(written, (Map<?, ?>) json(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  private static void compare(Map<?, ?> written, Map<?, ?> schema) {
    assertEquals(false, schema.get("additionalProperties"));
    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    List<Object> keys = new ArrayList<>(written.keySet());
    assertEquals(keys, new ArrayList<>(properties.keySet()));
    assertEquals(keys, schema.get("required"));
    for (Map.Entry<?, ?> entry : written.entrySet()) {
      Map<?, ?> below = (Map<?, ?>) properties.get(entry.getKey());
      if (entry.getValue() instanceof Map<?, ?> map && below.containsKey("properties")) {
        compare(map, below);
      } else if (entry.getValue() instanceof List<?> list && !list.isEmpty()) {
        compare((Map<?, ?>) list.get(0), (Map<?, ?>) below.get("items"));
      }
    }
  }

  private static Object json(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}

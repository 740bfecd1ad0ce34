package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static Map<String, Object> figure(Object caption) {
    return Map.of(
        "label",
        "fp:x",
        "rows",
        List.of(
            List.of(
                Map.of("file", "f.tex", "label", "fp:x:f", "caption", caption, "wide", "yes"))));
  }

  @Test
  void insertsTextOnce() throws IOException {
    String evil = "[=label] ${label} [#stop] <#stop>";
    assertTrue(Templates.render("figures.ftl", figure(evil)).contains("\\caption{" + evil + "}"));
  }

  @Test
  void missingNameIsAnError() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Templates.render("figures.ftl", Map.of("label", "x")));
  }

  @Test
  void takesOnlyTextListsAndMaps() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> Templates.render("figures.ftl", figure(1.5)));
    assertEquals("not a text, list or map: figures.ftl.rows[][].caption", refusal.getMessage());
  }
}

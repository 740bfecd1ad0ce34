package org.flowproof.report;

import java.io.IOException;
import java.util.Map;

/**
 * One figure: a picture that reads its numbers from files beside it.
 *
 * @param name short name, also of the file and the label
 * @param template the template of the picture
 * @param model what the template needs
 * @param tables CSV files by name, below {@code figures/}
 * @param caption LaTeX
 * @param wide whether it needs the whole line instead of one half
 */
record Figure(
    String name,
    String template,
    Map<String, ?> model,
    Map<String, CsvTable> tables,
    String caption,
    boolean wide) {

  /** Writes the picture and its tables below {@code figures/}. */
  void write(Staging staging) throws IOException {
    staging.write("figures/" + name + ".tex", Templates.render(template, model));
    for (Map.Entry<String, CsvTable> table : tables.entrySet()) {
      staging.write("figures/" + table.getKey(), table.getValue().text());
    }
  }
}

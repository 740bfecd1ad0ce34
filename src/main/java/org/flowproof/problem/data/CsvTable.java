package org.flowproof.problem.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.problem.InputException;
import org.flowproof.problem.Matrix;
import org.flowproof.problem.yaml.Decimal;

/**
 * A table of numbers from comma-separated text: RFC 4180 with these restrictions and liberties. A
 * field does not span lines; lines that start with {@code #} and blank lines are skipped; spaces
 * around a field are dropped; LF and CRLF both end a line.
 *
 * @param columns names, or "column 1", ... without a header
 * @param numbers at least one row, a number for each column
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
public record CsvTable(List<String> columns, Matrix numbers) {

  /**
   * Reads a table.
   *
   * @param text the file's text
   * @param file for messages
   * @param header whether the first line names the columns
   * @throws InputException with file, line and column for the first ragged row or unusable number
   */
  public static CsvTable parse(String text, Path file, boolean header) {
    List<String> columns = null;
    List<double[]> rows = new ArrayList<>();
    int line = 0;
    for (String raw : text.split("\n", -1)) {
      line++;
      String content = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
      if (content.isBlank() || content.startsWith("#")) {
        continue;
      }
      List<String> fields = fields(content, file, line);
      if (columns == null) {
        columns = header ? names(fields, file, line) : numbered(fields.size());
        if (header) {
          continue;
        }
      }
      if (fields.size() != columns.size()) {
        throw refuse(
            file, line, "", "a row of " + fields.size() + " fields", columns.size() + " fields");
      }
      rows.add(numbers(fields, columns, file, line));
    }
    if (rows.isEmpty()) {
      throw refuse(file, line, "", "no rows of numbers", "at least one sample");
    }
    return new CsvTable(List.copyOf(columns), Matrix.of(rows.toArray(double[][]::new)));
  }

  private static List<String> names(List<String> fields, Path file, int line) {
    if (fields.stream().allMatch(field -> Decimal.parse(field).isPresent())) {
      throw refuse(
          file,
          line,
          "",
          "a header row of numbers",
          "column names, or 'header: false' in the case");
    }
    if (fields.stream().distinct().count() < fields.size()) {
      throw refuse(file, line, "", "a column name given twice", "each name once");
    }
    return fields;
  }

  private static List<String> numbered(int count) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      names.add("column " + i);
    }
    return names;
  }

  private static double[] numbers(List<String> fields, List<String> columns, Path file, int line) {
    double[] row = new double[fields.size()];
    for (int i = 0; i < row.length; i++) {
      Optional<Decimal> number = Decimal.parse(fields.get(i));
      if (number.isEmpty()) {
        throw refuse(
            file, line, columns.get(i), "not a number: '" + fields.get(i) + "'", Decimal.EXPECTED);
      }
      row[i] = number.get().value();
    }
    return row;
  }

  private static List<String> fields(String content, Path file, int line) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < content.length() && content.charAt(at) == ' ') {
        at++;
      }
      int end;
      if (at < content.length() && content.charAt(at) == '"') {
        StringBuilder field = new StringBuilder();
        end = at + 1;
        while (true) {
          int quote = content.indexOf('"', end);
          if (quote < 0) {
            throw refuse(file, line, "", "a quote that is not closed", "a closing quote");
          }
          field.append(content, end, quote);
          end = quote + 1;
          if (end >= content.length() || content.charAt(end) != '"') {
            break;
          }
          field.append('"');
          end++;
        }
        fields.add(field.toString());
        while (end < content.length() && content.charAt(end) == ' ') {
          end++;
        }
        if (end < content.length() && content.charAt(end) != ',') {
          throw refuse(file, line, "", "text after a closing quote", "a comma");
        }
      } else {
        int comma = content.indexOf(',', at);
        end = comma < 0 ? content.length() : comma;
        fields.add(content.substring(at, end).strip());
      }
      if (end >= content.length()) {
        return fields;
      }
      at = end + 1;
    }
  }

  private static InputException refuse(
      Path file, int line, String key, String problem, String expected) {
    return new InputException(file, line, key, problem, expected, Optional.empty());
  }
}

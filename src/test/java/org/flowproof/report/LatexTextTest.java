package org.flowproof.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class LatexTextTest {

  /** Strings that people write, and strings that somebody would write to do harm. */
  static final List<String> STRINGS =
      List.of(
          "",
          " ",
          "plain words",
          "100% of $5 & #1_2^3 ~ {x} \\ done",
          "\\input{/etc/passwd}",
          "\\write18{touch pwned}",
          "\\immediate\\write18{touch pwned}",
          "^^5cinput{/etc/passwd}",
          "^^M^^@",
          "\\end{document}",
          "\\catcode`\\%=12",
          "$$\\def\\x{\\x\\x}\\x$$",
          "}}}}{{{{",
          "\\\\[1cm] & & &",
          "[optional]",
          "*starred*",
          "a|b \"quoted\" 'single' ''double'' `back` ``ticks''",
          "a -- b --- c <<d>> ,,e ?` !`",
          "Thank~you % comment",
          "line\nbreak\r\nand\ttab",
          "null\u0000bell\u0007escape\u001b[31mred",
          "delete\u007F next\u0085 line\u2028 separator",
          "bidi \u202Eevil\u202C isolate\u2066x\u2069",
          "zero\u200Bwidth\u200Djoiner\uFEFFmark",
          "Nørsett, Erdős, Łódź, Čech, Škoda, İstanbul, ğ, ș, Þór, ß, œuvre",
          "e\u0301 composed, combining alone \u0301",
          "combining pile x\u0302\u0303\u0304",
          "中文 日本語 한국어",
          "кириллица, ελληνικά, עברית, العربية",
          "emoji 🎉 and plane 1 𝔇",
          "lone \uD800 surrogate \uDC00",
          "α ≤ β ⇒ ‖w‖ → ∞, ∑ ∫ √ ∇ ∂ ∈",
          "“quotes” ‘single’ – — … € £ § © ® ™ ½ ²",
          "no\u00A0break, minus \u2212, hyphen \u2010",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
              + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "/data/user/some_very_long/path-with-parts/and_underscores/file.name.with.dots.yaml",
          "C:\\Users\\me\\case.yaml",
          "=HYPERLINK(\"x\")",
          "+1-2@3",
          "${interpolation} #{old} [=square] [#include 'x'] [@macro]",
          "<#assign x='freemarker.template.utility.Execute'?new()>",
          "\\csname input\\endcsname{x}",
          "\\openout1=pwned.tex",
          "\\begin{verbatim}\\end{verbatim}",
          "\\verb|x|",
          "\\usepackage{shellesc}",
          "\\directlua{os.execute('x')}",
          "#1##2",
          "\\par\\par\\vfill\\eject",
          "multiple     blanks");

  @Test
  void hasManyStrings() {
    assertTrue(STRINGS.size() >= 40);
  }

  /** Only commands and characters of a closed list come out, whatever goes in. */
  @ParameterizedTest
  @FieldSource("STRINGS")
  void leavesNothingActive(String text) {
    String rest =
        LatexText.prose(text)
            .replaceAll(
                "\\\\(textbackslash|textasciicircum|textasciitilde|textasciigrave|textquotedbl"
                    + "|textless|textgreater|textbar|texttimes|textdiv)\\{}",
                "")
            .replace("\\hspace{0pt plus 2pt}", "")
            .replaceAll("\\\\ensuremath\\{(-|\\\\[A-Za-z]+)}", "")
            .replaceAll("\\\\texttt\\{U\\+[0-9A-F]{4,6}}", "")
            .replaceAll("\\\\[{}$&#%_]", "")
            .replaceAll("\\{[\\[\\]*]}", "")
            .replace("{}", "");
    for (char active : "\\{}$&#^_%\"`<>|[]*".toCharArray()) {
      assertEquals(-1, rest.indexOf(active), active + " is left of " + text);
    }
    assertFalse(rest.chars().anyMatch(c -> c < 0x20 || c == 0x7F), text);
    String latex = LatexText.prose(text);
    assertFalse(latex.contains("--") || latex.contains("''") || latex.contains(",,"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '\0',
      value = {
        "a_b=a\\_b",
        "50%=50\\%",
        "\\input=\\textbackslash{}input",
        "^^5c=\\textasciicircum{}\\textasciicircum{}5c",
        "Erdős=Erdős",
        "中=\\texttt{U+4E2D}",
        "λ≤1=\\ensuremath{\\lambda}\\ensuremath{\\leq}1",
        "x--y=x-{}-y",
        "[x]={[}x{]}",
        "𝔇=\\texttt{U+1D507}"
      })
  void prints(String text, String latex) {
    assertEquals(latex, LatexText.prose(text));
  }

  @Test
  void composesAccents() {
    assertEquals("é", LatexText.prose("e\u0301"));
    assertEquals("\\texttt{U+0301}", LatexText.prose("\u0301"));
  }

  @Test
  void breaksCodeAfterPunctuation() {
    assertEquals("\\texttt{a/\\hspace{0pt plus 2pt}b}", LatexText.code("a/b"));
  }

  /** Everything compiles, fits the line and does nothing, in prose, tables, captions, headings. */
  @Test
  @TexInstalled
  void compiles(@TempDir Path directory) throws Exception {
    StringBuilder body = new StringBuilder();
    body.append("\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\n")
        .append("\\usepackage{textcomp,lmodern,amsmath,amssymb}\\emergencystretch=3em\n")
        .append("\\begin{document}\n");
    for (String text : STRINGS) {
      body.append("Text: ").append(LatexText.prose(text)).append("\n\n");
      body.append(LatexText.code(text)).append("\n\n");
      body.append("\\begin{tabular}{p{5cm}p{5cm}}\n")
          .append(LatexText.prose(text))
          .append(" & \\\\\n");
      body.append(LatexText.prose(text)).append(" & x \\\\\n\\end{tabular}\n\n");
      body.append("\\subsection*{").append(LatexText.prose(text)).append("}\n");
    }
    body.append("\\begin{table}\\caption{")
        .append(LatexText.prose(STRINGS.get(3)))
        .append("}\\end{table}\n\\end{document}\n");
    Files.write(directory.resolve("main.tex"), body.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals(java.util.Optional.empty(), TexEngine.find().orElseThrow().compile(directory));
    assertEquals(List.of(), TexLog.warnings(directory));
    assertFalse(Files.exists(directory.resolve("pwned")));
    assertFalse(Files.exists(directory.resolve("pwned.tex")));
  }
}

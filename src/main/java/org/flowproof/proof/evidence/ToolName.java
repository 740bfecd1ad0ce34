package org.flowproof.proof.evidence;

/**
 * A tool and its version, which kernel reports give in one text: {@code Symja 3.0.0}, or {@code
 * exact rational evaluation, 2 random points}.
 *
 * @param name not empty
 * @param version may be empty
 */
record ToolName(String name, String version) {
  private static final String COMMA = ", ";

  static ToolName of(String text) {
    int comma = text.indexOf(COMMA);
    if (comma > 0) {
      return new ToolName(text.substring(0, comma), text.substring(comma + COMMA.length()));
    }
    int blank = text.lastIndexOf(' ');
    return blank > 0 && text.substring(blank + 1).matches("[0-9].*")
        ? new ToolName(text.substring(0, blank), text.substring(blank + 1))
        : new ToolName(text, "");
  }

  /** The text that {@link #of} reads. */
  String text() {
    return version.isEmpty()
        ? name
        : name + (version.matches("[0-9][^ ]*") ? " " : COMMA) + version;
  }
}

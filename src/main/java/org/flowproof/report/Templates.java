package org.flowproof.report;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * Fills the LaTeX templates of this package.
 *
 * <p>Square brackets mark tags and interpolations, so that LaTeX's braces and dollars stay text. A
 * template sees strings, booleans, lists and maps only: numbers are formatted in Java, no class can
 * be created and no method called. Values are inserted once and never read as template text.
 */
final class Templates {
  private static final Configuration CONFIGURATION = configuration();

  private Templates() {}

  private static Configuration configuration() {
    Configuration c = new Configuration(Configuration.VERSION_2_3_34);
    c.setClassForTemplateLoading(Templates.class, "");
    c.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    c.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    c.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    c.setAPIBuiltinEnabled(false);
    c.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    c.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    c.setLogTemplateExceptions(false);
    c.setDefaultEncoding("UTF-8");
    c.setLocale(Locale.ROOT);
    c.setWhitespaceStripping(true);
    return c;
  }

  /**
   * Fills one template.
   *
   * @param name file name below the resources of this package, such as {@code findings.ftl}
   * @param model names with strings, booleans, lists and maps
   * @return LaTeX
   * @throws IllegalArgumentException when the model holds anything else, or lacks a name that the
   *     template uses
   * @throws IOException when the template cannot be read
   */
  static String render(String name, Map<String, ?> model) throws IOException {
    check(model, name);
    StringWriter out = new StringWriter();
    try {
      CONFIGURATION.getTemplate(name).process(model, out);
    } catch (TemplateException e) {
      throw new IllegalArgumentException("template " + name + ": " + e.getMessage(), e);
    }
    return out.toString();
  }

  private static void check(Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> check(inner, where + "." + key));
    } else if (value instanceof Collection<?> list) {
      list.forEach(inner -> check(inner, where + "[]"));
    } else if (!(value instanceof String || value instanceof Boolean)) {
      throw new IllegalArgumentException("not a text, list or map: " + where);
    }
  }
}

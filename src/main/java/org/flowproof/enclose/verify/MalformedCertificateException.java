package org.flowproof.enclose.verify;

/** A file is no certificate, or a damaged one. */
public final class MalformedCertificateException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedCertificateException(String message) {
    super(message);
  }
}

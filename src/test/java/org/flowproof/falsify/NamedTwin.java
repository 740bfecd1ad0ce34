package org.flowproof.falsify;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.flowproof.proof.Claim;
import org.flowproof.proof.ClaimCatalogue;

/** A false twin of a claim, which reports call {@code claim#twin}. */
record NamedTwin(Claim claim, Claim.Twin twin) {

  /** The names of the twins of claims. */
  static List<String> names(Stream<Claim> claims, Predicate<Claim.Twin> which) {
    return claims
        .flatMap(c -> c.falsified().stream().filter(which).map(t -> c.id() + "#" + t.id()))
        .toList();
  }

  /** The twin of a name. */
  static NamedTwin of(ClaimCatalogue claims, String name) {
    Claim claim = claims.find(name.substring(0, name.indexOf('#'))).orElseThrow();
    return new NamedTwin(
        claim,
        claim.falsified().stream()
            .filter(t -> name.endsWith("#" + t.id()))
            .findFirst()
            .orElseThrow());
  }

  /** What the twin says, to be read off runs as sparsely as the claims are. */
  ClaimProperty wrong() {
    return new ClaimProperty(Twins.asClaim(claim, twin), ClaimProperties.SPARSE);
  }
}

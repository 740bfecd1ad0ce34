package org.flowproof.problem;

/**
 * The early-alignment theorem for a case, with what should come of its two parts.
 *
 * @param request its parameters
 * @param weights verdict expected of part (i): HOLDS, VIOLATED, NOT_APPLICABLE or UNKNOWN
 * @param directions verdict expected of the decidable part of (ii)
 */
public record ExpectedAlignment(AlignmentRequest request, String weights, String directions) {}

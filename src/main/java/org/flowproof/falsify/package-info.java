/**
 * Random problems and the search for counterexamples among them.
 *
 * <p>{@link org.flowproof.falsify.ProblemArbitraries} gives jqwik arbitraries of whole problems
 * from a {@link org.flowproof.falsify.ProblemDomain}; {@link org.flowproof.falsify.ClaimProperty}
 * holds a claim against one problem; {@link org.flowproof.falsify.CounterexampleSearch} brings the
 * two together from a stated seed. The jqwik API is an optional dependency: add {@code
 * net.jqwik:jqwik:1.9.3} to use the generators, in a jqwik test such as
 *
 * <pre>{@code
 * &#64;Provide
 * Arbitrary<Problem> problems() {
 *   return ProblemArbitraries.problems(ProblemDomain.small());
 * }
 *
 * &#64;Property
 * void holds(&#64;ForAll("problems") Problem problem) {
 *   Outcome outcome = new ClaimProperty(claim).hold(problem);
 *   assertFalse(outcome instanceof Outcome.Violated, outcome::toString);
 * }
 * }</pre>
 */
package org.flowproof.falsify;

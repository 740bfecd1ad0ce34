/**
 * At which scale of the initial weights the ending of a run changes: {@link
 * org.flowproof.check.scale.ScaleSearch} looks for it, {@link
 * org.flowproof.check.scale.CaseAtScale} gives the case at another scale.
 */
package org.flowproof.check.scale;

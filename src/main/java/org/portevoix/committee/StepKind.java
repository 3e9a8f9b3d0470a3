package org.portevoix.committee;

/** The steps by which a contract is approved, in their order. */
enum StepKind {
    /** The signatories agree on a draft. */
    DRAFT,
    /** The territorial health council (conseil territorial de santé) gives its opinion (code de la santé publique, L1434-10). */
    TERRITORIAL_COUNCIL,
    /** The municipal council votes. */
    VOTE,
    SIGNATURE
}

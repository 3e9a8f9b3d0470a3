package org.portevoix.followup;

import org.portevoix.contract.Contract;
import org.portevoix.receipt.Said;

/** Writes to the members of a council about what it asked for; the councils know whom. */
public interface CouncilVoice {

    /**
     * Once for each step of each thing said, however often it is told. Nothing where no council said it.
     *
     * @param step BROUGHT or DONE; the decision is told by the councils themselves
     * @param key tells this step of this follow-up
     * @param words in French: the day of the meeting, what was done
     */
    void tell(Contract contract, Said.Kind kind, long saidId, String step, String key, String words);
}

package org.portevoix.desk;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.portevoix.account.Desk;
import org.portevoix.contract.Contract;

/** What a feature has waiting for the team: opinions to read, answers promised, sign-ups to confirm. */
public interface Work {

    /** In any order, of the contracts where the person may do it. */
    Stream<Waiting> of(Desk desk);

    /**
     * Something to do.
     *
     * @param gravity what comes before all the rest, however late that is
     * @param due the day by which it should be done
     * @param isLate whether that day is past
     * @param title what to do, in French: "14 avis à lire"
     * @param detail since when it waits or until when, in French; may be empty
     * @param address where it is done
     * @param territory of the contract
     */
    record Waiting(
            Gravity gravity,
            LocalDate due,
            boolean isLate,
            String title,
            String detail,
            String address,
            String territory) {

        /**
         * Something of the usual work.
         *
         * @param today in the contract's zone
         * @param path after the contract's own at the desk, e.g. "/avis"
         */
        public static Waiting usual(
                Contract contract, LocalDate today, LocalDate due, String title, String detail, String path) {
            return new Waiting(
                    Gravity.USUAL,
                    due,
                    today.isAfter(due),
                    title,
                    detail,
                    "/equipe/" + contract.slug() + path,
                    contract.territoryName());
        }
    }

    /** From the gravest. */
    enum Gravity {
        /** Somebody may be in danger. */
        DANGER,
        /** The site can't do its work: mail that does not go out. */
        BROKEN,
        USUAL
    }
}

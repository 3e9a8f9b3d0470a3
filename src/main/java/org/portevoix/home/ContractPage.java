package org.portevoix.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.committee.ContractSteps;
import org.portevoix.committee.Gatherings.Gathering;
import org.portevoix.contract.SectorCount;
import org.portevoix.language.Translated;

/**
 * A contract, as residents read about it.
 *
 * @param starts first day in words, and so ends; null where it is not known
 * @param approval how the contract is approved
 */
record ContractPage(
        Translated title,
        Translated summary,
        String territory,
        List<Translated> neighbourhoods,
        @Nullable String starts,
        @Nullable String ends,
        List<String> signatories,
        List<ContractTimeline.Step> steps,
        List<ContractSteps.Shown> approval,
        ContractResults.Results results,
        List<Gathering> gatherings,
        List<Link> links,
        List<Document> documents,
        List<SectorCount> sectors,
        boolean hasStrategy,
        boolean hasDiagnosis,
        boolean hasFallback,
        boolean hasStale) {

    boolean hasDates() {
        return starts != null || ends != null;
    }

    /** Whether it works with anybody that is told here. */
    boolean hasCompany() {
        return !links.isEmpty() || !sectors.isEmpty();
    }

    long conventions() {
        return sectors.stream().mapToLong(SectorCount::conventions).sum();
    }

    record Link(
            String kind,
            String name,
            @Nullable Translated does,
            @Nullable String url) {}

    /** @param day of the document, in words */
    record Document(
            String kind,
            Translated title,
            String url,
            @Nullable String day) {}
}

package org.portevoix.actionsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Neighbourhood;
import org.portevoix.contract.Partner;
import org.portevoix.contract.Territory.Named;
import org.portevoix.language.TextsRead;
import org.portevoix.language.Translated;
import org.portevoix.web.TelephoneLink;

/**
 * One action: practical information first, then the summary, the participation planned, and the rest.
 *
 * @param indicators planned, and not measured yet
 */
record ActionSheetPage(
        ActionSheet sheet,
        Translated axis,
        int colour,
        String axisSlug,
        TextsRead texts,
        List<Named<Neighbourhood>> neighbourhoods,
        List<Named<Neighbourhood>> strongerIn,
        List<Partner> partners,
        @Nullable Partner lead,
        @Nullable String starts,
        @Nullable String ends,
        List<Step> history,
        List<Translated> indicators,
        List<MeasureRow> measures) {

    record Step(
            String day,
            PastProgress past,
            @Nullable Translated note,
            @Nullable Translated adaptation) {

        /** Null where it is not judged, or not yet. */
        @Nullable
        String outcome() {
            return "NOT_JUDGED".equals(past.outcome()) ? null : past.outcome();
        }
    }

    Translated title() {
        return texts.get(sheet.titleText());
    }

    Translated summary() {
        return texts.get(sheet.summaryText());
    }

    Translated hours() {
        return texts.get(sheet.hoursText());
    }

    @Nullable
    Translated place() {
        return texts.find(sheet.placeText());
    }

    @Nullable
    String address() {
        return sheet.address();
    }

    @Nullable
    String telephone() {
        return sheet.telephone();
    }

    @Nullable
    String telephoneLink() {
        return TelephoneLink.find(sheet.telephone());
    }

    boolean isFree() {
        return sheet.isFree();
    }

    @Nullable
    Translated price() {
        return texts.find(sheet.priceText());
    }

    String appointment() {
        return sheet.appointment();
    }

    @Nullable
    Translated papers() {
        return texts.find(sheet.papersText());
    }

    List<String> languages() {
        return sheet.languageCodes();
    }

    @Nullable
    String level() {
        return sheet.planLevel();
    }

    @Nullable
    Translated planWho() {
        return texts.find(sheet.planWhoText());
    }

    @Nullable
    Integer planHowMany() {
        return sheet.planHowMany();
    }

    @Nullable
    Translated planInvited() {
        return texts.find(sheet.planInvitedText());
    }

    @Nullable
    Translated planFollowed() {
        return texts.find(sheet.planFollowedText());
    }

    @Nullable
    Translated planNone() {
        return texts.find(sheet.planNoneText());
    }

    String approach() {
        return sheet.approach();
    }

    @Nullable
    Translated approachBase() {
        return texts.find(sheet.approachBaseText());
    }

    @Nullable
    Translated approachStronger() {
        return texts.find(sheet.approachStrongerText());
    }

    @Nullable
    Translated approachWhy() {
        return texts.find(sheet.approachWhyText());
    }

    @Nullable
    Translated objectives() {
        return texts.find(sheet.objectivesText());
    }

    @Nullable
    Translated context() {
        return texts.find(sheet.contextText());
    }

    @Nullable
    Translated means() {
        return texts.find(sheet.meansText());
    }

    boolean hasReasons() {
        return sheet.objectivesText() != null
                || sheet.contextText() != null
                || sheet.meansText() != null
                || !sheet.determinants().isEmpty();
    }

    List<String> pathway() {
        return sheet.pathwayWords();
    }

    @Nullable
    Translated pathwayBreak() {
        return texts.find(sheet.pathwayBreakText());
    }

    boolean hasDates() {
        return starts != null || ends != null;
    }

    boolean hasPathway() {
        return !sheet.pathway().isEmpty() || sheet.pathwayBreakText() != null;
    }

    boolean hasFigures() {
        return !indicators.isEmpty() || !measures.isEmpty();
    }

    /** Where more is done, or what: a proportionate approach, a targeted one that says where. */
    boolean hasStronger() {
        return approachBase() != null || approachStronger() != null || approachWhy() != null || !strongerIn.isEmpty();
    }

    String progress() {
        return sheet.progress();
    }

    @Nullable
    String outcome() {
        return sheet.outcome();
    }

    List<String> publics() {
        return sheet.publicWords();
    }

    List<String> determinants() {
        return sheet.determinantWords();
    }

    boolean hasFallback() {
        return texts.hasFallback();
    }

    boolean hasStale() {
        return texts.hasStale();
    }
}

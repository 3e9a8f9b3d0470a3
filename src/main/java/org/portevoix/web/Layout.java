package org.portevoix.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Translated;

/**
 * What stands around each page: whose site it is, in which language, whom to call.
 *
 * @param title of the page
 * @param titleLanguage in which the title is, where nobody has translated it; null when it is in the page's
 * @param language asked for by the reader
 * @param path of the page after its language, e.g. "/bobigny/actions"
 * @param section of the menu that the page belongs to: actions, agenda, avis, benevoles, suites, or ""
 * @param contract null on the pages of the whole site
 */
public record Layout(
        String title,
        @Nullable String titleLanguage,
        Language language,
        String path,
        String section,
        @Nullable ContractHeading contract) {

    public Layout(String title, Language language, String path, String section, @Nullable ContractHeading contract) {
        this(title, null, language, path, section, contract);
    }

    /**
     * The contract as its pages name it.
     *
     * @param base of its addresses in this language, e.g. "/ar/bobigny"
     * @param languages offered in the menu
     */
    public record ContractHeading(
            String slug,
            String base,
            String territory,
            String telephone,
            @Nullable Translated telephoneHours,
            boolean isExample,
            List<Language> languages) {

        public String telephoneLink() {
            return TelephoneLink.of(telephone);
        }

        /** For a page that is in one language only. */
        public ContractHeading inOneLanguage() {
            return new ContractHeading(slug, base, territory, telephone, telephoneHours, isExample, List.of());
        }
    }

    public String root() {
        return "/" + language.code();
    }

    /** Whether the contract's menu has the reader's language; in any other its pages welcome and say what lacks. */
    public boolean isOffered() {
        return contract == null || contract.languages().contains(language);
    }

    /** The languages of the contract's menu, and the reader's own. */
    public List<LanguageLink> languageLinks() {
        List<Language> offered = contract == null ? List.of() : contract.languages();
        return Stream.concat(offered.stream(), isOffered() ? Stream.empty() : Stream.of(language))
                .map(other -> new LanguageLink(
                        other.code(),
                        other.endonym(),
                        other.direction(),
                        "/" + other.code() + path,
                        other.code().equals(language.code())))
                .toList();
    }

    public boolean inActions() {
        return section.equals("actions");
    }

    public boolean inAgenda() {
        return section.equals("agenda");
    }

    public boolean inAvis() {
        return section.equals("avis");
    }

    public boolean inBenevoles() {
        return section.equals("benevoles");
    }

    public boolean inSuites() {
        return section.equals("suites");
    }

    /** The same page in another language. */
    public record LanguageLink(String code, String endonym, String direction, String href, boolean isCurrent) {}
}

package org.portevoix.contract;

import java.time.ZoneId;
import org.portevoix.language.Language;
import org.portevoix.language.Translated;
import org.portevoix.web.Layout;

/** Which contract an address is about, and in which language it is read. */
public record Visit(Contract contract, Language language, Layout.ContractHeading heading) {

    public String lang() {
        return language.code();
    }

    public long contractId() {
        return contract.id();
    }

    public ZoneId zone() {
        return contract.zoneId();
    }

    /** In the language of the visit; the path is that after the contract's own, e.g. "/actions". */
    public String address(String path) {
        return "/" + lang() + "/" + contract.slug() + path;
    }

    /** What stands around a page of this contract; the path is that after the contract's own, e.g. "/actions". */
    public Layout layout(String title, String path, String section) {
        return new Layout(title, language, "/" + contract.slug() + path, section, heading);
    }

    /** The same, under a title that may not have been translated. */
    public Layout layout(Translated title, String path, String section) {
        return layout("", title, path, section);
    }

    /** The same, with words of the site before the title, e.g. that the form has to be mended; "" for none. */
    public Layout layout(String before, Translated title, String path, String section) {
        return new Layout(
                before + title.body(),
                before.isEmpty() && title.isFallback() ? title.language() : null,
                language,
                "/" + contract.slug() + path,
                section,
                heading);
    }
}

package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.importing.ContractFile;
import org.portevoix.importing.ContractOutline;
import org.portevoix.importing.ContractPart;
import org.portevoix.importing.ImportWriter;
import org.portevoix.importing.ImportedList;
import org.portevoix.importing.ImportedRow;
import org.portevoix.importing.Section;

/** Imports a contract itself: its territory, neighbourhoods, priority areas, axes, themes and partners. */
@Singleton
final class ContractFilePart implements ContractPart {

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void write(ContractFile file, ImportWriter writer) {
        if (file.section("contract").isGiven()) {
            contract(file.section("contract"), writer);
        }
        file.section("neighbourhoods").items().forEach(section -> neighbourhood(section, writer));
        file.section("priority_areas").items().forEach(section -> priorityArea(section, writer));
        file.section("axes").items().forEach(section -> axis(section, writer));
        file.section("themes").items().forEach(section -> theme(section, writer));
        file.section("partners").items().forEach(section -> partner(section, writer));
    }

    @Override
    public void outline(ContractOutline outline) {
        outline.contract().forEach(ContractFilePart::lists);
        outline.items("neighbourhoods", "neighbourhood");
        outline.items("priority_areas", "priority_area", "code", "code")
                .forEach(row -> row.lines(
                        "over",
                        "SELECT * FROM priority_area_share WHERE priority_area_id = ? ORDER BY neighbourhood_id",
                        line -> line.reference("neighbourhood", "neighbourhood_id", "neighbourhood")
                                .decimal("share", "share")));
        outline.items("axes", "axis");
        outline.items("themes", "theme");
        outline.items("partners", "partner", "slug", "id");
    }

    private static void lists(ImportedRow contract) {
        contract.lines(
                        "signatories",
                        all("signatory"),
                        line -> line.word("kind", "kind", null).string("name", "name"))
                .lines(
                        "phases",
                        all("contract_phase"),
                        line -> line.word("phase", "phase", null)
                                .day("starts", "starts_on")
                                .day("ends", "ends_on")
                                .text("note", "note_text"))
                .lines(
                        "links",
                        all("contract_link"),
                        line -> line.word("kind", "kind", null)
                                .string("name", "name")
                                .text("does", "does_text")
                                .string("url", "url"))
                .lines(
                        "documents",
                        all("contract_document"),
                        line -> line.word("kind", "kind", null)
                                .text("title", "title_text")
                                .string("url", "url")
                                .day("on", "dated_on"));
    }

    private static String all(String table) {
        return "SELECT * FROM " + table + " WHERE contract_id = ? ORDER BY position";
    }

    private static void contract(Section section, ImportWriter writer) {
        ImportedRow row = writer.row("contract", "contract", Map.of("slug", section.required("slug")), section)
                .once("first_imported_on", writer.firstImportedOn())
                .flag("example", "is_example")
                .text("title", "title_text")
                .text("summary", "summary_text")
                .string("territory.name", "territory_name")
                .string("territory.insee", "territory_insee")
                .string("territory.zone", "zone", "Europe/Paris")
                .words("languages", "languages")
                .day("starts", "starts_on")
                .day("ends", "ends_on")
                .word("phase", "phase", null)
                .string("telephone", "telephone")
                .text("telephone_hours", "telephone_hours_text")
                .text("strategy.aims", "aims_text")
                .text("strategy.reach", "reach_text")
                .text("strategy.follow", "follow_text")
                .string("mentions.editor", "editor")
                .string("mentions.publication_director", "publication_director")
                .string("mentions.host", "host")
                .string("mentions.data_protection_officer", "data_protection_officer")
                .string("mentions.contact", "contact")
                .string("mentions.telephone", "mentions_telephone")
                .text("diagnosis.text", "diagnosis_text")
                .text("diagnosis.who", "diagnosis_who_text")
                .day("diagnosis.on", "diagnosis_on")
                .list("signatories", signatories(section))
                .list("phases", phases(section, writer))
                .list("links", links(section))
                .list("documents", documents(section, writer));
        long id = row.save();
        writer.contractIs(id);
        tell(row, writer);
        if (row.isChanged()) {
            writer.changed("contracts");
        }
    }

    private static ImportedList signatories(Section section) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section signatory : section.at("signatories").items()) {
            lines.add(List.of(signatory.requiredWord("kind"), signatory.required("name")));
        }
        return new ImportedList("signatory", "contract_id", true, List.of("kind", "name"), lines);
    }

    private static ImportedList phases(Section section, ImportWriter writer) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section phase : section.at("phases").items()) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(phase.at("phase").word());
            line.add(writer.day(phase.at("starts")));
            line.add(writer.day(phase.at("ends")));
            line.add(phase.at("note").text());
            lines.add(line);
        }
        return ofContract("contract_phase", List.of("phase", "starts_on", "ends_on", "note_text"), lines);
    }

    private static ImportedList links(Section section) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section link : section.at("links").items()) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(link.at("kind").word());
            line.add(link.at("name").string());
            line.add(link.at("does").text());
            line.add(link.at("url").string());
            lines.add(line);
        }
        return ofContract("contract_link", List.of("kind", "name", "does_text", "url"), lines);
    }

    private static ImportedList documents(Section section, ImportWriter writer) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section document : section.at("documents").items()) {
            List<@Nullable Object> line = new ArrayList<>();
            line.add(document.at("kind").word());
            line.add(document.at("title").text());
            line.add(document.at("url").string());
            line.add(writer.day(document.at("on")));
            lines.add(line);
        }
        return ofContract("contract_document", List.of("kind", "title_text", "url", "dated_on"), lines);
    }

    private static ImportedList ofContract(String table, List<String> columns, List<List<@Nullable Object>> lines) {
        return new ImportedList(table, "contract_id", true, columns, lines);
    }

    private static void neighbourhood(Section section, ImportWriter writer) {
        ImportedRow row = writer.item("neighbourhood", "neighbourhood", section)
                .position()
                .text("name", "name_text")
                .integer("population", "population")
                .string("population_source", "population_source")
                .decimal("need", "need")
                .string("need_source", "need_source");
        row.save();
        tell(row, writer);
    }

    private static void priorityArea(Section section, ImportWriter writer) {
        String code = section.required("code");
        ImportedRow row = writer.row(
                        "priority_area/" + code,
                        "priority_area",
                        Map.of("contract_id", writer.contractId(), "code", code),
                        section)
                .string("name", "name")
                .integer("population", "population")
                .string("source", "source")
                .list("over", shares(section, writer));
        row.save();
        tell(row, writer);
    }

    private static ImportedList shares(Section section, ImportWriter writer) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Section over : section.at("over").items()) {
            BigDecimal share = over.at("share").number();
            List<@Nullable Object> line = new ArrayList<>();
            line.add(writer.id("neighbourhood", over.at("neighbourhood").string()));
            line.add(share == null ? null : share.setScale(4, RoundingMode.HALF_UP));
            lines.add(line);
        }
        return new ImportedList(
                "priority_area_share", "priority_area_id", false, List.of("neighbourhood_id", "share"), lines);
    }

    private static void axis(Section section, ImportWriter writer) {
        ImportedRow row = writer.item("axis", "axis", section)
                .position()
                .text("title", "title_text")
                .string("official_title", "official_title");
        row.save();
        tell(row, writer);
    }

    private static void theme(Section section, ImportWriter writer) {
        ImportedRow row = writer.item("theme", "theme", section)
                .position()
                .reference("axis", "axis_id", "axis")
                .text("title", "title_text");
        row.save();
        tell(row, writer);
    }

    private static void partner(Section section, ImportWriter writer) {
        ImportedRow row = writer.item("partner", "partner", section)
                .string("name", "name")
                .word("sector", "sector", null)
                .flag("convention", "has_convention");
        row.save();
        tell(row, writer);
    }

    private static void tell(ImportedRow row, ImportWriter writer) {
        if (row.isChanged()) {
            writer.changed("contract/" + writer.contractId());
        }
    }
}

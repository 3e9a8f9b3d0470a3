package org.portevoix.synthetic;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Consultations;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.importing.ContractImport;
import org.portevoix.importing.ImportReport;
import org.portevoix.language.Language;

/**
 * Makes an invented contract, by the ways that real ones come: its file is imported, its opinions are received as forms
 * are, its other acts are written to the ledger. It never touches a contract that is there. The same name gives the same
 * contract, opinions and lines.
 */
@Singleton
public class SyntheticContract {

    private static final String PREFIX = "synthetique-";
    private static final int STEP = 1_000;

    /** As many as a file may hold. */
    private static final int ITEMS = 500;

    private final ContractImport imports;
    private final Contracts contracts;
    private final Consultations consultations;
    private final SyntheticOpinions opinions;
    private final SyntheticLines lines;

    SyntheticContract(
            ContractImport imports,
            Contracts contracts,
            Consultations consultations,
            SyntheticOpinions opinions,
            SyntheticLines lines) {
        this.imports = imports;
        this.contracts = contracts;
        this.consultations = consultations;
        this.opinions = opinions;
        this.lines = lines;
    }

    /**
     * @param wanted slug of the contract; null for the first that is free
     * @param say prints a line of progress
     */
    public Outcome make(@Nullable String wanted, Size size, Consumer<String> say) {
        String slug = wanted == null ? free() : wanted;
        if (!slug.startsWith(PREFIX)) {
            return new Outcome(
                    false, "Le nom d’un contrat inventé commence par « " + PREFIX + " » : --contract " + PREFIX + slug);
        }
        if (Stream.of(size.actions(), size.events(), size.opinions(), size.lines())
                .anyMatch(count -> count < 0)) {
            return new Outcome(false, "--actions, --events, --opinions et --lines sont des nombres à partir de 0.");
        }
        if (contracts.find(slug).isPresent()) {
            return new Outcome(
                    false, "Le contrat « " + slug + " » existe déjà : choisissez un autre nom, ou n’en donnez pas.");
        }
        long start = System.nanoTime();
        ImportReport report = imports.importFile(slug, SyntheticFile.of(slug), false);
        if (!report.isDone()) {
            return new Outcome(false, String.join(" ; ", report.lines()));
        }
        fill(slug, size, say);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Outcome(
                true,
                String.format(
                        Locale.FRENCH,
                        "%s : %d avis et leurs lignes, %d autres lignes au registre, en %.1f s.",
                        slug,
                        size.opinions(),
                        size.lines(),
                        seconds));
    }

    private void fill(String slug, Size size, Consumer<String> say) {
        inSteps(
                size.actions(),
                ITEMS,
                "actions",
                say,
                (done, step) -> add(slug, SyntheticFile.moreActions(slug, done, step)));
        inSteps(
                size.events(),
                ITEMS,
                "événements",
                say,
                (done, step) -> add(slug, SyntheticFile.events(slug, done, step)));
        Visit visit = contracts.visit(Language.SOURCE, slug);
        List<Consultations.Listed> open = consultations.open(visit);
        var acts = new SyntheticActs(slug);
        inSteps(size.opinions(), STEP, "avis", say, (done, step) -> opinions.give(slug, open, acts, step));
        inSteps(size.lines(), STEP, "lignes", say, (done, step) -> lines.write(visit, open, acts, step));
    }

    private void add(String slug, byte[] file) {
        ImportReport report = imports.importFile(slug, file, false);
        if (!report.isDone()) {
            throw new IllegalStateException(String.join(" ; ", report.lines()));
        }
    }

    private static void inSteps(int count, int most, String what, Consumer<String> say, Step make) {
        for (int done = 0; done < count; done += most) {
            make.of(done, Math.min(most, count - done));
            say.accept("  … " + Math.min(done + most, count) + " " + what + " sur " + count);
        }
    }

    @FunctionalInterface
    private interface Step {
        void of(int done, int count);
    }

    /**
     * What it holds.
     *
     * @param actions beside the six that have a questionnaire
     * @param opinions each with its own ledger line
     * @param lines of the ledger, others
     */
    public record Size(int actions, int events, int opinions, int lines) {}

    private String free() {
        int number = 1;
        while (contracts.find(PREFIX + number).isPresent()) {
            number++;
        }
        return PREFIX + number;
    }

    /** What came of it, in one line in French. */
    public record Outcome(boolean isDone, String line) {}
}

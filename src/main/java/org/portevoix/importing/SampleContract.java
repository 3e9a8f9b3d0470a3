package org.portevoix.importing;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.portevoix.web.StartupStep;

/** On the very first start, loads the sample contract, so that a newcomer sees the site at work. PORTEVOIX_SAMPLE=no: not. */
@Singleton
class SampleContract implements StartupStep {

    private final ContractImport contracts;
    private final FirstStartRepository firstStarts;
    private final boolean isWanted;

    SampleContract(
            ContractImport contracts,
            FirstStartRepository firstStarts,
            @Value("${portevoix.sample:yes}") String sample) {
        this.contracts = contracts;
        this.firstStarts = firstStarts;
        this.isWanted = !sample.equalsIgnoreCase("no") && !sample.equalsIgnoreCase("false");
    }

    @Override
    public int order() {
        return -10;
    }

    @Override
    public void run(Consumer<String> say) {
        if (firstStarts.existsById(1)) {
            return;
        }
        if (isWanted) {
            say.accept("Premier démarrage : je charge le contrat d’exemple…");
            ImportReport report = contracts.importFile("sample/contract.yaml", file(), false);
            if (!report.isDone()) {
                throw new IllegalStateException("The sample contract is broken: " + report.lines());
            }
        }
        firstStarts.remember();
    }

    private static byte[] file() {
        try (var file = Objects.requireNonNull(SampleContract.class.getResourceAsStream("/sample/contract.yaml"))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.portevoix.report;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * The share of each band of age and of each sex in a department, standing in for a town whose own isn't known. Source:
 * INSEE, population estimates of 1 January 2020 (src/main/resources/report/README.md).
 */
@Singleton
class DepartmentPopulation {
    private static final int CODE_LENGTH = 2;
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** {@code byAge}, {@code byGender}: shares from 0 to 1, by the words of the ledger. */
    record Structure(String name, Map<String, Double> byAge, Map<String, Double> byGender) {}

    private final Map<String, Structure> structures;

    DepartmentPopulation() {
        this.structures = read();
    }

    /** Of the department of a town; empty where it isn't in the tables. */
    Optional<Structure> ofTown(String insee) {
        return Optional.ofNullable(structures.get(insee.substring(0, Math.min(CODE_LENGTH, insee.length()))));
    }

    private static Map<String, Structure> read() {
        Map<String, Map<String, Double>> ages = new HashMap<>();
        Map<String, Map<String, Double>> genders = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        Map<String, Double> totals = new HashMap<>();
        try (Reader file = new InputStreamReader(
                        Objects.requireNonNull(
                                DepartmentPopulation.class.getResourceAsStream("/report/population-departements.csv")),
                        StandardCharsets.UTF_8);
                var rows = FORMAT.parse(file)) {
            for (CSVRecord row : rows) {
                String code = row.get("code");
                double people = Double.parseDouble(row.get("population_2020"));
                names.put(code, row.get("territoire"));
                totals.merge(code, people, Double::sum);
                ages.computeIfAbsent(code, unused -> new HashMap<>()).merge(row.get("classe_age"), people, Double::sum);
                genders.computeIfAbsent(code, unused -> new HashMap<>())
                        .merge(row.get("sexe").equals("F") ? "woman" : "man", people, Double::sum);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Structure> structures = new HashMap<>();
        totals.forEach((code, total) -> structures.put(
                code,
                new Structure(
                        names.getOrDefault(code, code),
                        shares(ages.getOrDefault(code, Map.of()), total),
                        shares(genders.getOrDefault(code, Map.of()), total))));
        return structures;
    }

    private static Map<String, Double> shares(Map<String, Double> people, double total) {
        Map<String, Double> shares = new HashMap<>();
        people.forEach((key, count) -> shares.put(key, count / total));
        return shares;
    }
}

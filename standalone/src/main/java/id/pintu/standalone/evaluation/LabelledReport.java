package id.pintu.standalone.evaluation;

import id.pintu.routing.learning.TrainingExample;

/**
 * Immutable report with the institution that a person chose for it (the label).
 *
 * @param dataset name of the data set it comes from
 * @param fold name of its cross-validation fold; empty when there are none
 * @param mentionsInstitution whether the text names the institution
 * @param unit of the institution that a person chose; empty when there is none
 */
record LabelledReport(TrainingExample example, String dataset, String fold, boolean mentionsInstitution, String unit) {

    String institution() {
        return example.institution();
    }
}

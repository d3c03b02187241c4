//! Logistic regression, and how its weights are written.

use briefing::extract::linear::Model;

/// How far weights are drawn to nothing: what keeps rare features from learning the articles by heart.
const PENALTY: f64 = 1.0;
const ROUNDS: usize = 3000;

/// One decision to learn from.
#[derive(Clone)]
pub struct Example {
    /// By number, each with how much of it there is.
    pub features: Vec<(usize, f64)>,
    /// What was right.
    pub yes: bool,
    /// For how many it counts.
    pub weight: f64,
}

/// What `features`, each with how much there is of it, weigh; the bias last.
pub fn odds(weights: &[f64], features: &[(usize, f64)]) -> f64 {
    features
        .iter()
        .fold(weights[weights.len() - 1], |sum, (number, value)| {
            sum + weights[*number] * value
        })
}

/// By gradient descent with a step of its own for each weight (Adagrad), the bias last.
pub fn train(examples: &[Example], model: &Model) -> Vec<f64> {
    let count = model.weights.len();
    let mut weights = vec![0.0_f64; count + 1];
    let mut seen = vec![1e-8_f64; count + 1];
    for _ in 0..ROUNDS {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| PENALTY * weight).collect();
        gradient[count] = 0.0;
        for Example {
            features,
            yes,
            weight,
        } in examples
        {
            let odds = odds(&weights, features);
            let error = 1.0 / (1.0 + (-odds).exp()) - f64::from(u8::from(*yes));
            let error = error * weight;
            gradient[count] += error;
            for (number, value) in features {
                gradient[*number] += error * value;
            }
        }
        for ((weight, seen), slope) in weights.iter_mut().zip(&mut seen).zip(gradient) {
            *seen += slope * slope;
            *weight -= 0.5 * slope / seen.sqrt();
        }
    }
    weights
}

/// Prints the weights as `build/` reads them.
pub fn print(question: &str, trainer: &str, model: &Model, weights: &[f64]) {
    println!("# {question} Log-odds for and against, made by `examples/{trainer}.rs`.");
    println!("bias = {:.2}\n\n[weights]", weights[weights.len() - 1]);
    for ((name, _), weight) in model.weights.iter().zip(weights) {
        println!("{name} = {weight:.2}");
    }
}

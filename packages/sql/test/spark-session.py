# A session of Spark with two executors that runs the statements it reads, a JSON list a line, and writes the rows of the last one as JSON.

import json
import sys
from decimal import Decimal

from pyspark.sql import SparkSession

session = (
    SparkSession.builder.master(sys.argv[1])
    .appName("yardstick")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "1")
    .config("spark.sql.codegen.wholeStage", "false")
    .config("spark.sql.adaptive.enabled", "false")
    .config("spark.default.parallelism", "1")
    .config("spark.executor.memory", "1g")
    .config("spark.sql.ansi.enabled", "true")
    .getOrCreate()
)
session.sparkContext.setLogLevel("OFF")
# Executors have registered when they have worked.
session.sparkContext.parallelize(range(64), 64).map(lambda each: each).count()


def plain(value):
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value


answers = sys.stdout
executors = session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
print(json.dumps({"version": session.version, "executors": executors}), file=answers, flush=True)
for line in sys.stdin:
    try:
        rows = []
        for statement in json.loads(line):
            rows = [[plain(value) for value in row] for row in session.sql(statement).collect()]
        answer = {"rows": rows}
    except Exception as error:
        answer = {"error": str(error)[:2000]}
    print(json.dumps(answer), file=answers, flush=True)
session.stop()

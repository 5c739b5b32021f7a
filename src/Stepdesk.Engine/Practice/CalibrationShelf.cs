using Stepdesk.Core.Practice.Calibration;
using Stepdesk.Engine.Data;

namespace Stepdesk.Engine.Practice;

/// <summary>The set of examples, as history holds it.</summary>
static class CalibrationShelf
{
    public static async Task<CalibrationSet> CalibrationAsync(this Db db, CancellationToken stop) =>
        CalibrationSet.Empty.After(
            (await db.StreamAsync(Streams.Calibration(WorldRow.Live), stop)).Select(e => e.Read())
        );
}
